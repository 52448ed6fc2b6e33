using GanSweep.Numerics.Randomness;

namespace GanSweep.Evaluation.Attacks.Predicates;

/// <summary>Whole numbers drawn one after the other, each at a step of its own.</summary>
/// <param name="seed">The seed.</param>
/// <param name="step">The step of the first.</param>
internal sealed class Draws(long seed, long step)
{
    private long _step = step;

    /// <summary>A number from 0 to below <paramref name="bound"/>.</summary>
    public int Below(int bound)
    {
        int drawn = 0;
        new CounterRandom(seed, RandomPurpose.SinglingOut, _step++).FillBelow(new Span<int>(ref drawn), bound);
        return drawn;
    }

    /// <summary>Different numbers from 0 to below <paramref name="bound"/>, in ascending order.</summary>
    /// <param name="count">How many, at most <paramref name="bound"/>.</param>
    /// <param name="bound">The bound.</param>
    public int[] Different(int count, int bound)
    {
        SortedSet<int> drawn = [];
        while (drawn.Count < count)
        {
            drawn.Add(Below(bound));
        }

        return [.. drawn];
    }
}
