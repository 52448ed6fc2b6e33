using GanSweep.Networks.Heads;

namespace GanSweep.Flow.Engines;

/// <summary>The losses of the fused engine, with their derivatives.</summary>
/// <param name="parts">What rows are made of.</param>
internal sealed class FlowObjective(FeatureParts parts)
{
    private readonly ChoiceCrossEntropy _choices = new(parts);

    /// <summary>The losses of a batch.</summary>
    /// <param name="ends">Real rows, <c>[batch, features]</c>.</param>
    /// <param name="starts">Noise, <c>[batch, features]</c>.</param>
    /// <param name="said">What the network says, <c>[batch, features]</c>.</param>
    /// <param name="slopes">Receives the derivatives by what it says of the loss that the network descends, <c>[batch, features]</c>.</param>
    public FlowLosses Of(ReadOnlySpan<float> ends, ReadOnlySpan<float> starts, ReadOnlySpan<float> said, Span<float> slopes)
    {
        int batch = said.Length / parts.Features;
        double velocity = parts.Amounts.IsEmpty ? 0 : OfAmounts(ends, starts, said, slopes, 2f / (batch * parts.Count)) / ((double)batch * parts.Amounts.Length);
        double choices = parts.Choices.IsEmpty ? 0 : _choices.Of(ends, said, 1f / (batch * parts.Count), slopes) / ((double)batch * parts.Count);
        return new FlowLosses(velocity, choices);
    }

    private double OfAmounts(ReadOnlySpan<float> ends, ReadOnlySpan<float> starts, ReadOnlySpan<float> said, Span<float> slopes, float weight)
    {
        double sum = 0;
        for (int row = 0; row < said.Length; row += parts.Features)
        {
            foreach (int amount in parts.Amounts)
            {
                int number = row + amount;
                float error = said[number] - (ends[number] - starts[number]);
                sum += error * error;
                slopes[number] = weight * error;
            }
        }

        return sum;
    }
}
