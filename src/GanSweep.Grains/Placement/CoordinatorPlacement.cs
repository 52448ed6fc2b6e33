using Orleans.Runtime;

namespace GanSweep.Grains.Placement;

/// <summary>
/// Grains with this strategy are on the coordinator's silo. There is one, so there is nothing to look up: they are not in the grain
/// directory, whose entries are spread over all silos and go, together with the activations they stand for, when a silo goes.
/// </summary>
[Serializable]
internal sealed class CoordinatorPlacement : PlacementStrategy
{
    /// <inheritdoc/>
    public override bool IsUsingGrainDirectory => false;
}
