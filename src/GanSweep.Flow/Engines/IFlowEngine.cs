using GanSweep.Flow.Paths;

namespace GanSweep.Flow.Engines;

/// <summary>
/// The arithmetic of training: one update at a time, on state that can be saved and put back. All randomness comes from
/// <see cref="FlowNoise"/>, addressed by the updates done so far, so that the state is all there is.
/// An engine belongs to the thread that made it. It predicts with the moving average of the weights.
/// </summary>
internal interface IFlowEngine : IVelocityNetwork, IDisposable
{
    /// <summary>Everything that an update changes. Overwriting it puts the engine back to where it was saved.</summary>
    FlowState State { get; }

    /// <summary>What the step size is multiplied with from the next update on; 1 at first.</summary>
    double LearningRateFactor { get; set; }

    /// <summary>Updates the network, and its moving average, on paths that end in real rows.</summary>
    /// <param name="rows">Numbers of the real rows, <c>[batch]</c>.</param>
    FlowLosses Step(ReadOnlySpan<int> rows);
}
