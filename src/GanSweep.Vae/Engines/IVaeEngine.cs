using GanSweep.Vae.Decoding;

namespace GanSweep.Vae.Engines;

/// <summary>
/// The arithmetic of training: one update at a time, on state that can be saved and put back. All randomness comes from <see cref="VaeNoise"/>, addressed by the updates
/// done so far, so that the state is all there is. An engine belongs to the thread that made it. It decodes with the moving average of the weights.
/// </summary>
internal interface IVaeEngine : IDecoder, IDisposable
{
    /// <summary>Everything that an update changes. Overwriting it puts the engine back to where it was saved.</summary>
    VaeState State { get; }

    /// <summary>What step sizes are multiplied with from the next update on; 1 at first.</summary>
    double LearningRateFactor { get; set; }

    /// <summary>What the divergence weighs from the next update on; the configuration's at first.</summary>
    double KlWeight { get; set; }

    /// <summary>Updates both networks, the scales, and the moving average.</summary>
    /// <param name="rows">Numbers of the real rows, <c>[batch]</c>.</param>
    VaeLosses Step(ReadOnlySpan<int> rows);
}
