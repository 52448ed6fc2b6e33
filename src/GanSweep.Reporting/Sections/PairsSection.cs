using GanSweep.Evaluation.Associations;
using GanSweep.Reporting.Html;
using GanSweep.Reporting.Inputs;
using GanSweep.Reporting.Plots;
using GanSweep.Reporting.Statistics;
using GanSweep.Tables;

namespace GanSweep.Reporting.Sections;

/// <summary>
/// Every pair of columns, real and synthetic: two measures, which are numbers or dates, as points, a measure and words as the quantiles by word, words and
/// words as shares.
/// </summary>
internal sealed class PairsSection : SampledSection
{
    // Points and pairs are limited so that a page stays below 3 MB.
    private const int MostPairs = 91;
    private const int MostPoints = 40_000;
    private const int MostPointsOfPair = 1_500;

    private const int MostStrips = 7;
    private const int MostSharesOfLevels = 4;

    public override string Id => "pairs";

    public override string Title => "Pairs of columns";

    protected override void WriteFigures(HtmlWriter html, ShownTables shown)
    {
        (Table real, Table synthetic) = (shown.RealRows, shown.SyntheticRows);
        (int I, int J)[] pairs =
        [
            .. from i in Enumerable.Range(0, real.ColumnCount)
               from j in Enumerable.Range(i + 1, real.ColumnCount - i - 1)
               select (i, j),
        ];
        if (pairs.Length == 0)
        {
            html.Write($"<p>One column has no pairs.</p>");
            return;
        }

        int count = pairs.Length;
        bool isMixed = real.OfLevels().Length > 0;
        if (count > MostPairs)
        {
            (double[,] ofReal, double[,] ofSynthetic) = isMixed
                ? (ColumnAssociations.Of(real), ColumnAssociations.Of(synthetic))
                : (TableStatistics.Spearman(real), TableStatistics.Spearman(synthetic));
            pairs = [.. Farthest(pairs, ofReal, ofSynthetic).Take(MostPairs).Order()];
        }

        (int I, int J)[] ofMeasures = [.. pairs.Where(pair => !real.Schema[pair.I].HasLevels && !real.Schema[pair.J].HasLevels)];
        int points = ofMeasures.Length == 0
            ? 0
            : Math.Min(Math.Min(real.RowCount, synthetic.RowCount), Math.Min(MostPointsOfPair, MostPoints / 2 / ofMeasures.Length));
        if (ofMeasures.Length > 0)
        {
            html.Write($"<p>Equally many rows of both tables, evenly chosen: {points} of {real.RowCount} real and of {synthetic.RowCount} "
                + $"synthetic ones.</p>");
        }

        if (count > pairs.Length)
        {
            html.Write($"<p class=\"note\">Shown are the {pairs.Length} of {count} pairs whose {(isMixed ? "associations" : "Spearman correlations")} differ "
                + $"most.</p>");
        }

        if (ofMeasures.Length > 0)
        {
            html.Write($"{Legend.RealAndSyntheticPoints}");
        }

        if (isMixed)
        {
            WriteKey(html);
        }

        if (real.HasMissing || synthetic.HasMissing)
        {
            html.Write($"<p class=\"note\">Missing words are words; rows without one of the numbers or dates are left out.</p>");
        }

        ColumnRange?[] ranges = [.. Enumerable.Range(0, real.ColumnCount).Select(column => RangeOf(real, synthetic, column))];
        html.WritePanels(
            pairs.Where(pair => ColumnNotes.HasCells(real, synthetic, pair.I) && ColumnNotes.HasCells(real, synthetic, pair.J))
                .Select(pair => Of(pair.I, pair.J, real, synthetic, points, ranges)),
            "small");
        html.WriteEmpty(real, synthetic, Enumerable.Range(0, real.ColumnCount));
    }

    private static void WriteKey(HtmlWriter html)
    {
        html.Write($"<p>A number or date by words: of each word the real rows above the synthetic ones, thin from 5 % to 95 %, thick from 25 % to 75 %, a "
            + $"stroke at the median. Words by words: the share of all rows in per cent, real/synthetic; blue where synthetic rows are more, orange where they "
            + $"are fewer, full at 5 points.</p>{Legend.RealAndSyntheticBars}");
    }

    private static ColumnRange? RangeOf(Table real, Table synthetic, int column)
    {
        return real.Schema[column].HasLevels || !ColumnNotes.HasCells(real, synthetic, column)
            ? null
            : ColumnRange.Of(TableStatistics.Sorted(real.Present(column)), TableStatistics.Sorted(synthetic.Present(column)));
    }

    private static Panel Of(int i, int j, Table real, Table synthetic, int points, ColumnRange?[] ranges)
    {
        return (ranges[i], ranges[j]) switch
        {
            ({ } x, { } y) => Points(i, j, real, synthetic, points, x, y),
            (null, { } values) => Strips(i, j, real, synthetic, values),
            ({ } values, null) => Strips(j, i, real, synthetic, values),
            _ => Shares(i, j, real, synthetic),
        };
    }

    private static Panel Points(int i, int j, Table real, Table synthetic, int points, ColumnRange x, ColumnRange y)
    {
        string title = $"{real.ColumnNames[j]} by {real.ColumnNames[i]}";
        (double[] syntheticX, double[] syntheticY) = PointsOf(synthetic, i, j, points);
        (double[] realX, double[] realY) = PointsOf(real, i, j, points);
        return new Panel(title, DateAxis.Of(real.Schema[i], x.Low, x.High, "", 3), DateAxis.Of(real.Schema[j], y.Low, y.High, "", 4))
        {
            Width = 270,
            Height = 215,
            Description = $"{title}, real and synthetic rows",
        }
            .Crosses(syntheticX, syntheticY, Ink.Synthetic, 4, 0.75)
            .Dots(realX, realY, Ink.Real, 3, 0.7);
    }

    private static (double[] X, double[] Y) PointsOf(Table table, int i, int j, int points)
    {
        if (table.MissingCount(i) + table.MissingCount(j) == 0)
        {
            return (Sample.Of(table.Column(i), points), Sample.Of(table.Column(j), points));
        }

        (double[] x, double[] y) = TableStatistics.RowsOfBoth(table, i, j);
        return (Sample.Of(x, points), Sample.Of(y, points));
    }

    private static Panel Strips(int levels, int measure, Table real, Table synthetic, ColumnRange range)
    {
        LevelGroups groups = LevelGroups.Of(real, synthetic, levels, MostStrips);
        double[][] ofReal = Grouped(real, levels, measure, groups);
        double[][] ofSynthetic = Grouped(synthetic, levels, measure, groups);
        return QuantileStrips.Of(
            $"{real.ColumnNames[measure]} by {real.ColumnNames[levels]}",
            [.. groups.Names.Select((name, group) => new Strip(name, ofReal[group], ofSynthetic[group]))],
            DateAxis.Of(real.Schema[measure], range.Low, range.High, "", 3));
    }

    private static double[][] Grouped(Table table, int levels, int measure, LevelGroups groups)
    {
        List<double>[] values = [.. groups.Names.Select(_ => new List<double>())];
        int[] groupOf = groups.Of(table, levels);
        ReadOnlySpan<double> measured = table.Column(measure);
        for (int row = 0; row < groupOf.Length; row++)
        {
            if (!double.IsNaN(measured[row]))
            {
                values[groupOf[row]].Add(measured[row]);
            }
        }

        return [.. values.Select(group => group.Order().ToArray())];
    }

    private static Panel Shares(int i, int j, Table real, Table synthetic)
    {
        LevelGroups rows = LevelGroups.Of(real, synthetic, i, MostSharesOfLevels);
        LevelGroups columns = LevelGroups.Of(real, synthetic, j, MostSharesOfLevels);
        double[,] Of(Table table)
        {
            double[,] shares = new double[rows.Names.Length, columns.Names.Length];
            foreach ((int row, int column) in rows.Of(table, i).Zip(columns.Of(table, j)))
            {
                shares[row, column] += 1.0 / table.RowCount;
            }

            return shares;
        }

        return ShareMap.Of($"{real.ColumnNames[i]} by {real.ColumnNames[j]}", rows.Names, columns.Names, Of(real), Of(synthetic));
    }

    private static IEnumerable<(int I, int J)> Farthest((int I, int J)[] pairs, double[,] real, double[,] synthetic)
    {
        return pairs.OrderByDescending(pair => Math.Abs(synthetic[pair.I, pair.J] - real[pair.I, pair.J]) is var gap && double.IsNaN(gap) ? 0 : gap);
    }
}
