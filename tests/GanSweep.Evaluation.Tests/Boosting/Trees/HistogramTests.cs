using System.Runtime.Intrinsics;
using GanSweep.Evaluation.Boosting.Trees;

namespace GanSweep.Evaluation.Tests.Boosting.Trees;

public sealed class HistogramTests
{
    private const int Bins = 256;
    private const int RowCount = 400;

    // A column of single rows, one of few bins, one of a single bin, and one of the last bins.
    private readonly byte[][] _cells =
    [
        [.. Enumerable.Range(0, RowCount).Select(row => (byte)(row * 7))],
        [.. Enumerable.Range(0, RowCount).Select(row => (byte)(row % 3))],
        [.. Enumerable.Repeat((byte)9, RowCount)],
        [.. Enumerable.Range(0, RowCount).Select(row => (byte)(252 + (row % 4)))],
    ];

    private readonly Vector256<double>[] _gradients =
        [.. Enumerable.Range(0, RowCount).Select(row => Vector256.Create(Math.Sin(row), 0.1 + (row % 5), 1, 0))];

    private readonly Vector256<double>[] _room = new Vector256<double>[Bins];

    // Fewer rows than columns have bins, and more; and all of them.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void Sums_AreThoseOfRowsInTheirOrder_OfBinsThatHaveSome(int step)
    {
        int[] rows = [.. Enumerable.Range(0, RowCount).Where(row => row % step == 0)];

        Histogram histogram = Of(rows);

        for (int column = 0; column < _cells.Length; column++)
        {
            AssertHolds(SumsOf(column, rows), histogram, column);
        }

        Assert.All(_room, bin => Assert.Equal(Vector256<double>.Zero, bin));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(7)]
    public void Subtract_LeavesWhatTheOtherRowsHave_AndNoBinWithoutRows(int step)
    {
        int[] all = [.. Enumerable.Range(0, RowCount)];
        int[] part = [.. all.Where(row => row % step == 0)];
        int[] rest = [.. all.Except(part)];
        Histogram histogram = Of(all);

        histogram.Subtract(Of(part), _room);

        for (int column = 0; column < _cells.Length; column++)
        {
            SortedDictionary<byte, Vector256<double>> expected = SumsOf(column, all);
            foreach ((byte bin, Vector256<double> sums) in SumsOf(column, part))
            {
                expected[bin] -= sums;
            }

            foreach (byte bin in expected.Keys.Except(SumsOf(column, rest).Keys).ToArray())
            {
                expected.Remove(bin);
            }

            AssertHolds(expected, histogram, column);
        }

        Assert.All(_room, bin => Assert.Equal(Vector256<double>.Zero, bin));
    }

    private static void AssertHolds(SortedDictionary<byte, Vector256<double>> expected, Histogram histogram, int column)
    {
        Assert.Equal(expected.Keys, histogram.Bins(column).ToArray());
        Assert.Equal(expected.Values, histogram.Sums(column).ToArray());
    }

    private Histogram Of(int[] rows)
    {
        return new Histogram(_cells, rows, [.. rows.Select(row => _gradients[row])], _room);
    }

    private SortedDictionary<byte, Vector256<double>> SumsOf(int column, int[] rows)
    {
        SortedDictionary<byte, Vector256<double>> sums = [];
        foreach (int row in rows)
        {
            byte bin = _cells[column][row];
            sums[bin] = sums.GetValueOrDefault(bin) + _gradients[row];
        }

        return sums;
    }
}
