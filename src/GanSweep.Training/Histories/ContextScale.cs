using System.Collections.Immutable;

namespace GanSweep.Training.Histories;

/// <summary>What some numbers are on average, and how far from that: what is shown is how many standard deviations they are away.</summary>
/// <param name="Means"><c>[numbers]</c>.</param>
/// <param name="Deviations"><c>[numbers]</c>, above 0.</param>
public sealed record ContextScale(ImmutableArray<float> Means, ImmutableArray<float> Deviations)
{
    /// <summary>From numbers to how far they are from the average ones.</summary>
    /// <param name="numbers">The first numbers of a row; changed in place.</param>
    internal void Apply(Span<float> numbers)
    {
        for (int number = 0; number < numbers.Length; number++)
        {
            numbers[number] = (numbers[number] - Means[number]) / Deviations[number];
        }
    }
}
