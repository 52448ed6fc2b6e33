namespace GanSweep.Evaluation.Holdout;

/// <summary>
/// Labels of records that mean nothing: random ones, or where records follow each other stretches of time, as many as rows were held out in, since neighbours resemble each other whatever
/// was learnt of them.
/// </summary>
internal sealed class RandomLabels
{
    private readonly int _records;
    private readonly int _heldOut;
    private readonly (int[] Order, int[] Series, int Blocks)? _time;

    private RandomLabels(int records, int heldOut, (int[] Order, int[] Series, int Blocks)? time)
    {
        _records = records;
        _heldOut = heldOut;
        _time = time;
    }

    /// <summary>Whether they are stretches of time.</summary>
    public bool AreStretches => _time is not null;

    /// <summary>Those of some rows of a split, the training rows first.</summary>
    /// <param name="split">The split.</param>
    /// <param name="training">Some of its training rows, by their numbers in that part.</param>
    /// <param name="heldOut">Some of its held-out rows, likewise.</param>
    public static RandomLabels Of(HoldoutSplit split, int[] training, int[] heldOut)
    {
        int records = training.Length + heldOut.Length;
        if (split.Order is not { } order)
        {
            return new RandomLabels(records, heldOut.Length, null);
        }

        int[] Of(Func<PartOrder, int[]> each)
        {
            (int[] own, int[] others) = (each(order.Training), each(order.HeldOut));
            return [.. training.Select(row => own[row]), .. heldOut.Select(row => others[row])];
        }

        int[] places = Of(part => part.PlacesOfRows);
        return new RandomLabels(
            records, heldOut.Length, ([.. Enumerable.Range(0, records).OrderBy(record => places[record])], Of(part => part.SeriesOfRows), order.Blocks));
    }

    /// <summary>Gives them: as many are said to be held out as are.</summary>
    /// <param name="draw">Which draw, from 0.</param>
    public (int[] HeldOut, int[] Members) Draw(int draw)
    {
        if (_time is { } time)
        {
            return TimeBlocks.From(time.Order, _heldOut, draw, time.Blocks, time.Series);
        }

        int[] order = Halves.Of(_records, draw);
        return (order[.._heldOut], order[_heldOut..]);
    }
}
