using GanSweep.Evaluation.Columns;
using GanSweep.Evaluation.Comparisons;
using GanSweep.Evaluation.Levels;

namespace GanSweep.Evaluation.Associations;

/// <summary>
/// The columns of a table as whole numbers, as the ContingencySimilarity of SDMetrics takes them: a measure's cells by ten equal bins of the range of
/// this very table, the largest value and missing cells in an eleventh; levels by their number plus 1, missing as 0.
/// </summary>
/// <param name="columns">The columns.</param>
/// <param name="sorted">Its measures in ascending order.</param>
internal sealed class BinnedColumns(TableColumns columns, SortedColumn[] sorted)
{
    private const int Bins = 10;

    private readonly int[]?[] _codes = new int[sorted.Length][];

    /// <summary>A column's numbers, <c>[rows]</c>.</summary>
    public int[] Of(int column)
    {
        return _codes[column] ??= columns.Levels[column] is { } levels ? OfLevels(levels) : OfMeasure(columns.Table.Column(column), sorted[column]);
    }

    /// <summary>All of a column's numbers are below it.</summary>
    public int BoundOf(int column)
    {
        return columns.Levels[column] is { } levels ? levels.LevelCount + 1 : Bins + 2;
    }

    private static int[] OfLevels(LevelCodes levels)
    {
        return [.. levels.Codes.Select(code => code == levels.LevelCount ? 0 : code + 1)];
    }

    private static int[] OfMeasure(ReadOnlySpan<double> values, SortedColumn sorted)
    {
        double[] edges = sorted.Values.IsEmpty ? Edges(0, 1) : Edges(sorted.Values[0], sorted.Values[^1]);
        int[] codes = new int[values.Length];
        for (int row = 0; row < codes.Length; row++)
        {
            // A missing cell is below no edge.
            int code = 0;
            foreach (double edge in edges)
            {
                code += values[row] < edge ? 0 : 1;
            }

            codes[row] = code;
        }

        return codes;
    }

    // As NumPy has them: a constant is the middle of a range of 1.
    private static double[] Edges(double low, double high)
    {
        if (low == high)
        {
            (low, high) = (low - 0.5, high + 0.5);
        }

        double step = (high - low) / Bins;
        double[] edges = [.. Enumerable.Range(0, Bins + 1).Select(edge =>
            double.IsFinite(step) ? low + (edge * step) : Interpolation.Between(low, high, edge / (double)Bins))];
        edges[^1] = high;
        return edges;
    }
}
