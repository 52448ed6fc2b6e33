using GanSweep.Contracts.Access;

namespace GanSweep.Grains.Calls;

/// <summary>A client as this silo knows it, whatever it says of itself.</summary>
/// <param name="Name">Who it is, for people.</param>
/// <param name="Role">What it may do.</param>
public sealed record CallingClient(string Name, AccessRole Role);
