using System.Collections.Immutable;

namespace GanSweep.Training.Histories;

/// <summary>What some numbers are on average, and how far from that: what is shown is how many standard deviations they are away.</summary>
/// <param name="Means"><c>[numbers]</c>.</param>
/// <param name="Deviations"><c>[numbers]</c>, above 0.</param>
public sealed record ContextScale(ImmutableArray<float> Means, ImmutableArray<float> Deviations)
{
    // What differs less is always the same.
    private const double Least = 1e-6;

    /// <summary>That of the numbers of some rows.</summary>
    /// <param name="rows"><c>[rows, numbers]</c>.</param>
    /// <param name="width">How many numbers.</param>
    internal static ContextScale Of(ReadOnlySpan<float> rows, int width)
    {
        int count = rows.Length / width;
        ImmutableArray<float>.Builder means = ImmutableArray.CreateBuilder<float>(width);
        ImmutableArray<float>.Builder deviations = ImmutableArray.CreateBuilder<float>(width);
        for (int number = 0; number < width; number++)
        {
            double sum = 0;
            for (int at = number; at < rows.Length; at += width)
            {
                sum += rows[at];
            }

            double mean = sum / count;
            double squares = 0;
            for (int at = number; at < rows.Length; at += width)
            {
                squares += (rows[at] - mean) * (rows[at] - mean);
            }

            double deviation = Math.Sqrt(squares / count);
            means.Add((float)mean);
            deviations.Add(deviation > Least ? (float)deviation : 1);
        }

        return new ContextScale(means.MoveToImmutable(), deviations.MoveToImmutable());
    }

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
