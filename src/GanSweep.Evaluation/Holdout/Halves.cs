using GanSweep.Numerics.Randomness;

namespace GanSweep.Evaluation.Holdout;

/// <summary>Random halves of rows: what one gets against the other is what real rows get that nobody trained on.</summary>
internal static class Halves
{
    /// <summary>An order of the rows, the one half first.</summary>
    /// <param name="rows">How many there are.</param>
    /// <param name="split">Which split, from 0.</param>
    public static int[] Of(int rows, int split)
    {
        int[] order = [.. Enumerable.Range(0, rows)];
        new CounterRandom(0, RandomPurpose.Halves, split).Shuffle(order);
        return order;
    }
}
