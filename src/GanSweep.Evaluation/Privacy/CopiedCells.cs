using System.Collections.Immutable;
using GanSweep.Tables;

namespace GanSweep.Evaluation.Privacy;

/// <summary>
/// The rare values of a column, those that fewer than k training rows have, and how often synthetic and held-out cells are one of them. Values are compared exactly:
/// amounts as numbers, both zeros alike, words by their places in the levels. A missing cell is no value.
/// </summary>
/// <param name="Column">The column's name.</param>
/// <param name="RareValues">Distinct rare values.</param>
/// <param name="RareRows">Training rows that have one.</param>
/// <param name="Synthetic">Synthetic cells that are one.</param>
/// <param name="HeldOut">Held-out cells that are one: what chance gives, by which round amounts and ages meet. Null if no rows were held out.</param>
public sealed record CopiedCells(string Column, int RareValues, int RareRows, FoundCells Synthetic, FoundCells? HeldOut)
{
    // How often chance alone may call any column of a table copied.
    private const double FalseAlarms = 0.05;

    private const double FarBeyond = 1.25;

    /// <summary>The share of synthetic cells less that of held-out ones, −1 to 1; where there are no cells it is taken for 0.</summary>
    public double Excess => (Synthetic.Share ?? 0) - (HeldOut?.Share ?? 0);

    /// <summary>Looks through every column; n log n in the training rows.</summary>
    /// <param name="training">The rows that were trained on.</param>
    /// <param name="heldOut">The rows that were held out, with the same columns; null if none were.</param>
    /// <param name="synthetic">The rows that are looked through, with the same columns, and levels in the same places; they may have more.</param>
    /// <param name="minimumCount">The training rows from which a value is not rare, k; at least 1, by which none is.</param>
    /// <returns>One for each column, in the table's order.</returns>
    public static ImmutableArray<CopiedCells> ByColumn(Table training, Table? heldOut, Table synthetic, int minimumCount)
    {
        ArgumentNullException.ThrowIfNull(training);
        ArgumentNullException.ThrowIfNull(synthetic);
        ArgumentOutOfRangeException.ThrowIfLessThan(minimumCount, 1);
        return [.. Enumerable.Range(0, training.ColumnCount).Select(Of)];

        CopiedCells Of(int column)
        {
            (double[] rare, int rows) = RareOf(training.Present(column), minimumCount);
            return new CopiedCells(
                training.ColumnNames[column], rare.Length, rows, Find(rare, synthetic.Present(column)), heldOut is null ? null : Find(rare, heldOut.Present(column)));
        }
    }

    /// <summary>
    /// Whether far more synthetic cells are rare values than chance explains: by a quarter more than held-out ones, so that a generator is not taken for a copier that
    /// has a few more rows where rare values are; and more than two draws of one share differ by, by <see cref="FisherTest"/> at 5 % over all columns (Bonferroni), so
    /// that where chance alone is at work a table of any width seems copied in less than one case of twenty.
    /// </summary>
    /// <param name="columns">The columns that are asked, at least 1.</param>
    /// <returns>False, too, where there is nothing to hold it against.</returns>
    public bool AreTooMany(int columns)
    {
        return HeldOut is { Share: { } chance }
            && Synthetic.Share > FarBeyond * chance
            && FisherTest.MoreIn(Synthetic, HeldOut) < FalseAlarms / columns;
    }

    // In ascending order, and how many rows have one.
    private static (double[] Values, int Rows) RareOf(ReadOnlySpan<double> cells, int minimumCount)
    {
        double[] sorted = cells.ToArray();
        Array.Sort(sorted);
        List<double> rare = [];
        int rows = 0;
        for (int start = 0, end; start < sorted.Length; start = end)
        {
            end = start + 1;
            while (end < sorted.Length && sorted[end] == sorted[start])
            {
                end++;
            }

            if (end - start < minimumCount)
            {
                rare.Add(sorted[start]);
                rows += end - start;
            }
        }

        return ([.. rare], rows);
    }

    private static FoundCells Find(double[] rare, ReadOnlySpan<double> cells)
    {
        int found = 0;
        foreach (double cell in cells)
        {
            found += Array.BinarySearch(rare, cell) >= 0 ? 1 : 0;
        }

        return new FoundCells(found, cells.Length);
    }
}
