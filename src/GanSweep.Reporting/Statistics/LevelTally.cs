using System.Collections.Immutable;
using GanSweep.Reporting.Html;
using GanSweep.Tables;
using GanSweep.Tables.Schema;

namespace GanSweep.Reporting.Statistics;

/// <summary>How often the levels of a column occur in both tables.</summary>
internal sealed class LevelTally
{
    private LevelTally(Table real, Table synthetic, int column)
    {
        ColumnSchema schema = synthetic.Schema[column].Levels.Length > real.Schema[column].Levels.Length ? synthetic.Schema[column] : real.Schema[column];
        int[] ofReal = Counts(real, column, schema.Levels.Length);
        int[] ofSynthetic = Counts(synthetic, column, schema.Levels.Length);
        Levels =
        [
            .. Enumerable.Range(0, schema.Levels.Length)
                .Where(level => ofReal[level] + ofSynthetic[level] > 0)
                .OrderByDescending(level => ofReal[level])
                .ThenByDescending(level => ofSynthetic[level])
                .Select(level => new LevelCount(level, LevelText.Of(schema, level), ofReal[level], ofSynthetic[level])),
        ];
        (RealRows, SyntheticRows) = (real.RowCount, synthetic.RowCount);
        (RealMissing, SyntheticMissing) = (real.MissingCount(column), synthetic.MissingCount(column));
    }

    /// <summary>The levels that occur, the most frequent real ones first.</summary>
    public ImmutableArray<LevelCount> Levels { get; }

    public int RealRows { get; }

    public int SyntheticRows { get; }

    public int RealMissing { get; }

    public int SyntheticMissing { get; }

    /// <summary>Counts the levels of a column.</summary>
    public static LevelTally Of(Table real, Table synthetic, int column)
    {
        return new LevelTally(real, synthetic, column);
    }

    /// <summary>The share of the real rows.</summary>
    public double RealShare(double count)
    {
        return count / Math.Max(1, RealRows);
    }

    /// <summary>The share of the synthetic rows.</summary>
    public double SyntheticShare(double count)
    {
        return count / Math.Max(1, SyntheticRows);
    }

    private static int[] Counts(Table table, int column, int levels)
    {
        int[] counts = new int[levels];
        foreach (double value in table.Column(column))
        {
            if (!double.IsNaN(value))
            {
                counts[(int)value]++;
            }
        }

        return counts;
    }
}
