using System.Collections.Immutable;

namespace GanSweep.Training.Histories;

/// <summary>What the numbers of contexts are on average, and how far from that: models are shown how many standard deviations they are away.</summary>
/// <param name="Means"><c>[context]</c>.</param>
/// <param name="Deviations"><c>[context]</c>, above 0.</param>
public sealed record ContextScale(ImmutableArray<float> Means, ImmutableArray<float> Deviations)
{
    // What differs less is always the same.
    private const double Least = 1e-6;

    /// <summary>That of the contexts of some rows.</summary>
    /// <param name="rows"><c>[rows, features + context]</c>.</param>
    /// <param name="width">features + context.</param>
    /// <param name="context">Numbers of a context.</param>
    internal static ContextScale Of(ReadOnlySpan<float> rows, int width, int context)
    {
        int count = rows.Length / width;
        ImmutableArray<float>.Builder means = ImmutableArray.CreateBuilder<float>(context);
        ImmutableArray<float>.Builder deviations = ImmutableArray.CreateBuilder<float>(context);
        for (int number = width - context; number < width; number++)
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

    /// <summary>From a context to how far it is from the average one.</summary>
    /// <param name="context">The first numbers of one; changed in place.</param>
    internal void Apply(Span<float> context)
    {
        for (int number = 0; number < context.Length; number++)
        {
            context[number] = (context[number] - Means[number]) / Deviations[number];
        }
    }
}
