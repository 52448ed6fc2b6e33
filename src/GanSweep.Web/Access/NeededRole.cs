using GanSweep.Contracts.Access;

namespace GanSweep.Web.Access;

/// <summary>The least role that an endpoint asks for. One that does not say it is closed to everybody.</summary>
/// <param name="Role">The role.</param>
internal sealed record NeededRole(AccessRole Role);
