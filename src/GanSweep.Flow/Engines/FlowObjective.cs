using GanSweep.Flow.Paths;
using GanSweep.Numerics.Elementary;
using GanSweep.Tables.Transforms;

namespace GanSweep.Flow.Engines;

/// <summary>The losses of the fused engine, with their derivatives.</summary>
/// <param name="parts">What rows are made of.</param>
internal sealed class FlowObjective(FeatureParts parts)
{
    /// <summary>The losses of a batch.</summary>
    /// <param name="ends">Real rows, <c>[batch, features]</c>.</param>
    /// <param name="starts">Noise, <c>[batch, features]</c>.</param>
    /// <param name="said">What the network says, <c>[batch, features]</c>.</param>
    /// <param name="slopes">Receives the derivatives by what it says of the loss that the network descends, <c>[batch, features]</c>.</param>
    public FlowLosses Of(ReadOnlySpan<float> ends, ReadOnlySpan<float> starts, ReadOnlySpan<float> said, Span<float> slopes)
    {
        int batch = said.Length / parts.Features;
        double velocity = parts.Amounts.IsEmpty ? 0 : OfAmounts(ends, starts, said, slopes, 2f / (batch * parts.Count)) / ((double)batch * parts.Amounts.Length);
        double choices = parts.Choices.IsEmpty ? 0 : OfChoices(ends, said, slopes, 1f / (batch * parts.Count)) / ((double)batch * parts.Count);
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

    // −log softmax(said) at the real outcome, and softmax(said) − real.
    private double OfChoices(ReadOnlySpan<float> ends, ReadOnlySpan<float> said, Span<float> slopes, float weight)
    {
        double sum = 0;
        for (int row = 0; row < said.Length; row += parts.Features)
        {
            foreach (FeatureChoice choice in parts.Choices)
            {
                int start = row + choice.Start;
                ReadOnlySpan<float> outcomes = said.Slice(start, choice.Count);
                Span<float> derivatives = slopes.Slice(start, choice.Count);
                float largest = float.NegativeInfinity;
                foreach (float outcome in outcomes)
                {
                    largest = outcome > largest ? outcome : largest;
                }

                for (int outcome = 0; outcome < outcomes.Length; outcome++)
                {
                    derivatives[outcome] = outcomes[outcome] - largest;
                }

                Exponential.OfNegatives(derivatives);
                float all = 0;
                foreach (float number in derivatives)
                {
                    all += number;
                }

                double logAll = Logarithm.Of(all);
                for (int outcome = 0; outcome < outcomes.Length; outcome++)
                {
                    float real = ends[start + outcome];
                    sum += real * (largest - outcomes[outcome] + logAll);
                    derivatives[outcome] = weight * ((derivatives[outcome] / all) - real);
                }
            }
        }

        return sum;
    }
}
