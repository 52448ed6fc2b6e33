using GanSweep.Evaluation.Comparisons;
using GanSweep.Evaluation.Holdout;
using GanSweep.Evaluation.Privacy;

namespace GanSweep.Evaluation.Windows;

/// <summary>
/// What windows of a table get that nobody trained on: over 200 random splits of at most 2,048 evenly spaced ones (fewer beyond 16 cells, see <see cref="RowPairs"/>) into stretches of time that
/// are unseen, held out and trained on. An unseen window shares no row with those that it is held against.
/// </summary>
internal sealed class UnseenWindows
{
    /// <summary>How many splits there are.</summary>
    public const int Splits = 200;

    private const int MostWindows = 2048;

    private readonly int[] _starts;
    private readonly int[] _series;
    private readonly int _length;
    private readonly int _blocks;
    private readonly int _heldOut;
    private readonly int _unseen;
    private readonly double[][] _distances;

    /// <param name="windows">The windows.</param>
    /// <param name="distances">How far they are from one another.</param>
    public UnseenWindows(RealWindows windows, WindowDistances distances)
    {
        RowWindows whole = windows.Whole;
        _length = whole.Length;
        _blocks = whole.Rows.Said.Blocks;
        _starts = whole.EvenlySpaced(RowPairs.Among(whole.Rows.Table.ColumnCount * _length, MostWindows));
        _series = whole.SeriesOf(_starts);
        int Among(long count) => (int)(count * _starts.Length / whole.Count);

        // As many at either end of a stretch share rows with those beside it. Of what is left no more are held out than trained on.
        int shared = 2 * (Among(_length - 1) + 1) * _blocks * whole.Starts.Count();
        _heldOut = Math.Min(Math.Max(Among(windows.HeldOut.Count), 1), (_starts.Length - shared) / 3);
        _unseen = _heldOut + shared;
        _distances = IsEnough ? distances.Among(whole, _starts) : [];
    }

    /// <summary>Whether there are enough windows to divide.</summary>
    public bool IsEnough => _heldOut > 0;

    /// <summary>The share of unseen windows that are closer to one trained on than to one held out, of equally many; a tie counts half.</summary>
    /// <param name="split">Which split, from 0.</param>
    public double Of(int split)
    {
        int[] order = [.. Enumerable.Range(0, _starts.Length)];
        (int[] unseen, int[] seen) = TimeBlocks.From(order, _unseen, (2 * split) + 1, _blocks, _series);
        (int[] heldOut, int[] training) = TimeBlocks.From(seen, _heldOut, (2 * split) + 2, _blocks, _series);
        HashSet<int> known = [.. seen];
        CloserOdds odds = new(training.Length, heldOut.Length);
        double[] toTraining = new double[training.Length];
        return unseen.Where(window => !SharesRows(window, known)).Average(window =>
        {
            double[] distances = _distances[window];
            for (int i = 0; i < training.Length; i++)
            {
                toTraining[i] = distances[training[i]];
            }

            return odds.Of(toTraining, heldOut.Min(other => distances[other]));
        });
    }

    private bool SharesRows(int window, HashSet<int> others)
    {
        return Sharing(window, -1).Concat(Sharing(window, 1)).Any(others.Contains);
    }

    private IEnumerable<int> Sharing(int window, int step)
    {
        for (int other = window + step; other >= 0 && other < _starts.Length && Math.Abs(_starts[other] - _starts[window]) < _length; other += step)
        {
            yield return other;
        }
    }
}
