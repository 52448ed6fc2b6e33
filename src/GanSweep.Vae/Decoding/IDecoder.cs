namespace GanSweep.Vae.Decoding;

/// <summary>The decoder whose weights are kept.</summary>
internal interface IDecoder
{
    /// <summary>Standard deviations of the amounts of a row about what is said of them, <c>[amounts]</c>.</summary>
    ReadOnlySpan<float> Scales { get; }

    /// <summary>Takes the weights as they are now; before the first decoding after they have changed.</summary>
    void TakeWeights();

    /// <summary>What the decoder says.</summary>
    /// <param name="inputs">Latent vectors and what came before each row, <c>[rows, latentDim + context]</c>.</param>
    /// <param name="said">Means of amounts and, of outcomes, logarithms of probabilities but for a number that those of a choice share, <c>[rows, features]</c>.</param>
    void Decode(ReadOnlySpan<float> inputs, Span<float> said);
}
