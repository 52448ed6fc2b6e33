namespace GanSweep.Web.Api;

/// <summary>Whom a link is to let in.</summary>
/// <param name="Role">reader, operator or admin.</param>
internal sealed record LinkBody(string? Role);
