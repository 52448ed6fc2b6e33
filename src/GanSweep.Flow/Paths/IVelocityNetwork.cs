namespace GanSweep.Flow.Paths;

/// <summary>The network whose weights are kept.</summary>
internal interface IVelocityNetwork
{
    /// <summary>Takes the weights as they are now; before the first prediction after they have changed.</summary>
    void TakeWeights();

    /// <summary>What the network says.</summary>
    /// <param name="inputs">Points of paths with their times and what came before, <c>[rows, features + time features + context]</c>.</param>
    /// <param name="outputs">Velocities of amounts and what is said of outcomes, <c>[rows, features]</c>.</param>
    void Predict(ReadOnlySpan<float> inputs, Span<float> outputs);
}
