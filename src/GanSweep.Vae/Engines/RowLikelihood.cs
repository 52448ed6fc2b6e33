using GanSweep.Networks.Heads;
using GanSweep.Numerics.Elementary;

namespace GanSweep.Vae.Engines;

/// <summary>The negative log likelihood of rows given what the decoder says, of the fused engine, with its derivatives.</summary>
/// <param name="parts">What rows are made of.</param>
internal sealed class RowLikelihood(FeatureParts parts)
{
    /// <summary>½ log 2π.</summary>
    public const double HalfLogOfTurn = 0.91893853320467274;

    private readonly ChoiceCrossEntropy _choices = new(parts);

    /// <summary>Means over a batch, in nats a row.</summary>
    /// <param name="real">Real rows, <c>[batch, features]</c>.</param>
    /// <param name="said">What the decoder says, <c>[batch, features]</c>.</param>
    /// <param name="scales">Standard deviations of amounts, <c>[amounts]</c>.</param>
    /// <param name="slopes">Receives the derivatives by what it says, <c>[batch, features]</c>.</param>
    /// <param name="scaleSlopes">Receives those by the scales, <c>[amounts]</c>.</param>
    public (double Amounts, double Choices) Of(ReadOnlySpan<float> real, ReadOnlySpan<float> said, ReadOnlySpan<float> scales, Span<float> slopes, Span<float> scaleSlopes)
    {
        int batch = said.Length / parts.Features;
        float perRow = 1f / batch;
        double amounts = 0;
        for (int amount = 0; amount < scales.Length; amount++)
        {
            amounts += OfAmount(amount, real, said, scales[amount], perRow, slopes, out scaleSlopes[amount]);
        }

        return (amounts / batch, _choices.Of(real, said, perRow, slopes) / batch);
    }

    // ½ (error / scale)² + log scale + ½ log 2π of each row that has the amount; where it has none, what is said of it is of no matter.
    private double OfAmount(int amount, ReadOnlySpan<float> real, ReadOnlySpan<float> said, float scale, float perRow, Span<float> slopes, out float scaleSlope)
    {
        int place = parts.Amounts[amount];
        int meaning = parts.Meanings[amount];
        float perScale = 1 / scale;
        float weight = perRow * perScale;
        int count = 0;
        double squares = 0;
        for (int row = 0; row < said.Length; row += parts.Features)
        {
            int number = row + place;
            if (meaning >= 0 && real[row + meaning] == 0)
            {
                slopes[number] = 0;
                continue;
            }

            float error = (said[number] - real[number]) * perScale;
            slopes[number] = weight * error;
            squares += error * error;
            count++;
        }

        scaleSlope = (float)((count - squares) * weight);
        return (0.5 * squares) + (count * (Logarithm.Of(scale) + HalfLogOfTurn));
    }
}
