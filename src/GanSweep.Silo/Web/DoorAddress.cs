using GanSweep.Grains.Access;

namespace GanSweep.Silo.Web;

/// <summary>Where this silo serves its pages.</summary>
/// <param name="Url">What a browser on this machine is told.</param>
internal sealed record DoorAddress(Uri Url) : IDoorAddress;
