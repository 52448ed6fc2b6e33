using GanSweep.Evaluation.DifferentialPrivacy;
using GanSweep.Tables;
using GanSweep.Tables.Schema;

namespace GanSweep.Evaluation.Baselines.NoisyMargins;

/// <summary>
/// Margins from noisy counts, three times over: first where numbers and dates are, in cells that are the same for any table; then in cells of equal
/// weight by the first counts, then by the second. Each row counts once in a column and a time, so a row more moves √columns.
/// </summary>
internal static class MarginEstimator
{
    // What of the budget ranges, the look within them and the counts of which margins are made take.
    private const double SpentOnRanges = 0.15;
    private const double SpentOnLook = 0.15;
    private const double SpentOnCounts = 0.5;

    // In standard deviations of noise, which alone is above five once in 3 million cells; a column has 97 of the widest.
    private const double Surely = 5;
    private const double Likely = 4;
    private const double FewestInCell = 6;
    private const double FarBelow = 0.125;
    private const double WeightOfBroken = 0.5;
    private const int LookCells = 16;
    private const int FewestCells = 8;
    private const int MostCells = 64;

    /// <summary>What it takes of a budget; of a table of words alone ranges take nothing.</summary>
    public static double SpentOn(IReadOnlyList<ColumnSchema> schema)
    {
        return schema.All(column => column.HasLevels) ? SpentOnCounts : SpentOnRanges + SpentOnLook + SpentOnCounts;
    }

    /// <summary>The margins, and how many rows there are as the counts say.</summary>
    /// <param name="table">The rows.</param>
    /// <param name="mechanism">The budget.</param>
    public static (NoisyMargin[] Margins, double Rows) Estimate(Table table, GaussianMechanism mechanism)
    {
        int[] numbers = [.. Enumerable.Range(0, table.ColumnCount).Where(column => !table.Schema[column].HasLevels)];
        CellGrid[] grids = [.. table.Schema.Select(column => CellGrid.OfLevels(Math.Max(column.Levels.Length, 1)))];
        bool[] isFound = [.. table.Schema.Select(column => column.HasLevels)];
        double deviation = mechanism.NoiseOf(Math.Sqrt(table.ColumnCount), SpentOnCounts);
        if (numbers.Length > 0)
        {
            FindRanges(table, numbers, mechanism, grids, isFound);
            double[][] looks = [.. numbers.Select(column => Counts(table.Column(column), grids[column])[..^1])];
            double noise = mechanism.Release(looks, Math.Sqrt(numbers.Length), SpentOnLook);
            foreach ((int column, double[] counts) in numbers.Zip(looks))
            {
                double rows = Math.Max(counts.Sum(), 1);
                int cells = (int)Math.Clamp(rows / (FewestInCell * deviation), FewestCells, MostCells);
                double[] weights = Denoised(counts, grids[column], rows, noise, expected: rows / counts.Length);
                grids[column] = grids[column].Refined(weights, cells, beyond: 0, grids[column].IsWhole);
            }
        }

        double[][] all = [.. grids.Select((grid, column) => Counts(table.Column(column), grid))];
        mechanism.Release(all, Math.Sqrt(table.ColumnCount), SpentOnCounts);
        double total = Math.Max(all.Average(counts => counts.Sum()), 1);
        return ([.. all.Select((counts, column) => Margin(grids[column], counts, total, deviation, isFound[column]))], total);
    }

    /// <summary>How many values are in each cell, and how many are missing, last.</summary>
    internal static double[] Counts(ReadOnlySpan<double> values, CellGrid grid)
    {
        double[] counts = new double[grid.Count + 1];
        foreach (double value in values)
        {
            counts[double.IsNaN(value) ? grid.Count : grid.CellOf(value)]++;
        }

        return counts;
    }

    private static void FindRanges(Table table, int[] numbers, GaussianMechanism mechanism, CellGrid[] grids, bool[] isFound)
    {
        double[][] parts = [.. numbers.Select(column => RangeCounts(table, column))];
        double deviation = mechanism.Release(parts, RangeSensitivity(table.Schema, numbers), SpentOnRanges);
        foreach ((int column, double[] part) in numbers.Zip(parts))
        {
            CellGrid widest = CellGrid.Widest(table.Schema[column]);
            double[] counts = Found(part.AsSpan()[..widest.Count], deviation);
            isFound[column] = counts.Any(count => count > 0);
            grids[column] = isFound[column]
                ? widest.Refined(counts, LookCells, beyond: 1, widest.IsWhole || part[^1] < Likely * deviation)
                : CellGrid.OfZero;
        }
    }

    /// <summary>How many values are in each cell of the widest grid; and of numbers, last, how many are not whole, at a weight.</summary>
    internal static double[] RangeCounts(Table table, int column)
    {
        double[] counts = Counts(table.Column(column), CellGrid.Widest(table.Schema[column]))[..^1];
        if (table.Schema[column].Kind == ColumnKind.Date)
        {
            return counts;
        }

        int broken = 0;
        foreach (double value in table.Column(column))
        {
            broken += !double.IsNaN(value) && value != Math.Floor(value) ? 1 : 0;
        }

        return [.. counts, WeightOfBroken * broken];
    }

    /// <summary>How far a row more moves <see cref="RangeCounts"/> of these columns at most.</summary>
    internal static double RangeSensitivity(IReadOnlyList<ColumnSchema> schema, int[] numbers)
    {
        return Math.Sqrt(numbers.Sum(column => schema[column].Kind == ColumnKind.Date ? 1 : 1 + (WeightOfBroken * WeightOfBroken)));
    }

    // Cells that are surely more than noise, and on either side those that likely are.
    private static double[] Found(ReadOnlySpan<double> counts, double deviation)
    {
        double[] found = new double[counts.Length];
        for (int cell = 0; cell < counts.Length; cell++)
        {
            if (counts[cell] > Surely * deviation)
            {
                found[cell] = counts[cell];
                for (int below = cell - 1; below >= 0 && found[below] == 0 && counts[below] > Likely * deviation; below--)
                {
                    found[below] = counts[below];
                }

                for (int above = cell + 1; above < counts.Length && counts[above] > Likely * deviation; above++)
                {
                    found[above] = counts[above];
                }
            }
        }

        return found;
    }

    // Where there was nothing, or far less than a cell of equal weight has, what is found must be more than noise.
    private static double[] Denoised(double[] counts, CellGrid grid, double rows, double deviation, double expected = 0)
    {
        double leastInGap = Likely * deviation;
        double least = expected > 0 ? Math.Min(leastInGap, FarBelow * expected) : double.NegativeInfinity;
        double[] kept = [.. counts.Select((count, cell) => count >= (grid.IsGap(cell) ? leastInGap : least) ? count : double.NegativeInfinity)];
        return Simplex.Project(kept.Any(double.IsFinite) ? kept : counts, rows);
    }

    // Of a column that is missing in most rows, and was found nowhere, what counts say beside it is noise.
    private static NoisyMargin Margin(CellGrid grid, double[] counts, double rows, double deviation, bool isFound)
    {
        double missing = counts[^1] > Surely * deviation ? Math.Min(counts[^1] / rows, 1) : 0;
        missing = !isFound && missing > 0.5 ? 1 : missing;
        double present = missing < 1 ? rows * (1 - missing) : 1;
        return new NoisyMargin(grid, [.. Denoised(counts[..^1], grid, present, deviation).Select(count => count / present)], missing);
    }
}
