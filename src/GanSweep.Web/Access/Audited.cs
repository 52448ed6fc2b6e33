namespace GanSweep.Web.Access;

/// <summary>Says of an endpoint that what it does is written to the log of who did what.</summary>
/// <param name="Action">What it does, as a past participle: <c>submitted</c>.</param>
internal sealed record Audited(string Action);
