namespace GanSweep.Gan.Engines;

/// <summary>
/// The arithmetic of training: one update at a time, on state that can be saved and put back. All randomness comes from
/// <see cref="GanNoise"/>, addressed by the updates done so far, so that the state is all there is.
/// An engine belongs to the thread that made it.
/// </summary>
internal interface IGanEngine : IDisposable
{
    /// <summary>Everything that an update changes. Overwriting it puts the engine back to where it was saved.</summary>
    GanState State { get; }

    /// <summary>What both networks' step sizes are multiplied with from the next update on; 1 at first.</summary>
    double LearningRateFactor { get; set; }

    /// <summary>Updates the discriminator on real rows and as many generated ones.</summary>
    /// <param name="rows">Numbers of the real rows, <c>[batch]</c>.</param>
    DiscriminatorLosses DiscriminatorStep(ReadOnlySpan<int> rows);

    /// <summary>Updates the generator and its moving average, on as many generated rows, each in the place of a real one.</summary>
    /// <param name="rows">Numbers of the real rows, <c>[batch]</c>.</param>
    /// <returns>The generator's loss before the update.</returns>
    double GeneratorStep(ReadOnlySpan<int> rows);

    /// <summary>Generates rows with the moving average of the generator's weights.</summary>
    /// <param name="inputs">Latent vectors and what came before each row, <c>[rows, latentDim + context]</c>.</param>
    /// <param name="rows"><c>[rows, features]</c>.</param>
    void Generate(ReadOnlySpan<float> inputs, Span<float> rows);

    /// <summary>Judges rows with the discriminator, dropout off.</summary>
    /// <param name="rows"><c>[rows, features + context]</c>.</param>
    /// <param name="logits"><c>[rows]</c>.</param>
    void Discriminate(ReadOnlySpan<float> rows, Span<float> logits);
}
