using GanSweep.Numerics.Elementary;

namespace GanSweep.Vae.Engines;

/// <summary>What the encoder says of a row, mean and logarithm of the variance of each latent number, and the vector that is drawn by it (Kingma and Welling 2014), of the fused engine.</summary>
/// <param name="latentDim">Length of a latent vector.</param>
internal sealed class LatentCode(int latentDim)
{
    /// <summary>Draws latent vectors, μ + σ ε.</summary>
    /// <param name="codes">What the encoder says, <c>[batch, 2 · latentDim]</c>.</param>
    /// <param name="noise">ε, <c>[batch, latentDim]</c>.</param>
    /// <param name="deviations">Receives σ, <c>[batch, latentDim]</c>.</param>
    /// <param name="latents">Receives the vectors, <c>[batch, latentDim]</c>.</param>
    /// <returns>The mean over rows of the divergence from N(0, I), ½ Σ (μ² + σ² − 1 − log σ²).</returns>
    public double Draw(ReadOnlySpan<float> codes, ReadOnlySpan<float> noise, Span<float> deviations, Span<float> latents)
    {
        double sum = 0;
        for (int number = 0; number < latents.Length; number++)
        {
            int code = PlaceOf(number);
            float mean = codes[code];
            float logVariance = codes[code + latentDim];
            float deviation = (float)Exponential.Of(0.5 * logVariance);
            deviations[number] = deviation;
            latents[number] = mean + (deviation * noise[number]);
            sum += ((double)mean * mean) + ((double)deviation * deviation) - 1 - logVariance;
        }

        return 0.5 * sum / (latents.Length / latentDim);
    }

    /// <summary>From derivatives by latent vectors to derivatives by what the encoder says, those of the divergence with them.</summary>
    /// <param name="codes">What the encoder says, <c>[batch, 2 · latentDim]</c>.</param>
    /// <param name="noise">ε, <c>[batch, latentDim]</c>.</param>
    /// <param name="deviations">σ, <c>[batch, latentDim]</c>.</param>
    /// <param name="latentSlopes">Derivatives by latent vectors, <c>[batch, latentDim]</c>.</param>
    /// <param name="klWeight">What the divergence weighs.</param>
    /// <param name="slopes">Receives those by what the encoder says, <c>[batch, 2 · latentDim]</c>.</param>
    public void Back(
        ReadOnlySpan<float> codes, ReadOnlySpan<float> noise, ReadOnlySpan<float> deviations, ReadOnlySpan<float> latentSlopes, double klWeight, Span<float> slopes)
    {
        float weight = (float)(klWeight / (noise.Length / latentDim));
        for (int number = 0; number < noise.Length; number++)
        {
            int code = PlaceOf(number);
            float deviation = deviations[number];
            slopes[code] = latentSlopes[number] + (weight * codes[code]);
            slopes[code + latentDim] = 0.5f * ((latentSlopes[number] * noise[number] * deviation) + (weight * ((deviation * deviation) - 1)));
        }
    }

    // Where a latent number's mean stands; its variance stands as many numbers behind it as a vector has.
    private int PlaceOf(int number)
    {
        return (number / latentDim * 2 * latentDim) + (number % latentDim);
    }
}
