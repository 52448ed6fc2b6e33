using GanSweep.Numerics.Elementary;
using GanSweep.Tables.Transforms;

namespace GanSweep.Networks.Heads;

/// <summary>The cross-entropy of choices against what a network says of them, −Σ log softmax(said) at the real outcomes, with its derivatives.</summary>
/// <param name="parts">What rows are made of.</param>
public sealed class ChoiceCrossEntropy(FeatureParts parts)
{
    /// <summary>The sum over rows and choices; 0 without choices.</summary>
    /// <param name="real">Real rows, <c>[batch, features]</c>.</param>
    /// <param name="said">What the network says, <c>[batch, features]</c>.</param>
    /// <param name="weight">What the loss has times the sum.</param>
    /// <param name="slopes">Receives the derivatives of the loss by what is said of choices, weight (softmax(said) − real), <c>[batch, features]</c>.</param>
    public double Of(ReadOnlySpan<float> real, ReadOnlySpan<float> said, float weight, Span<float> slopes)
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
                    float share = real[start + outcome];
                    sum += share * (largest - outcomes[outcome] + logAll);
                    derivatives[outcome] = weight * ((derivatives[outcome] / all) - share);
                }
            }
        }

        return sum;
    }
}
