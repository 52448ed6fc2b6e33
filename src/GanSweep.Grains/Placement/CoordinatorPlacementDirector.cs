using Orleans.Runtime;
using Orleans.Runtime.Placement;

namespace GanSweep.Grains.Placement;

/// <summary>
/// Picks the silo that coordinates: only its manifest has these grains. For the few seconds in which the cluster has not yet noticed that
/// a coordinator has died and another has the store now, there are two: the one that started last is the living one.
/// </summary>
internal sealed class CoordinatorPlacementDirector : IPlacementDirector
{
    /// <inheritdoc/>
    public Task<SiloAddress> OnAddActivation(PlacementStrategy strategy, PlacementTarget target, IPlacementContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Task.FromResult(context.GetCompatibleSilos(target).MaxBy(silo => silo.Generation)!);
    }
}
