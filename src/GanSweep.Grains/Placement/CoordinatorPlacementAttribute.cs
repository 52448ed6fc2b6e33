using Orleans.Placement;

namespace GanSweep.Grains.Placement;

/// <summary>Places a grain on the coordinator's silo.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class CoordinatorPlacementAttribute() : PlacementAttribute(new CoordinatorPlacement());
