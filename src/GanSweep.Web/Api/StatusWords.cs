namespace GanSweep.Web.Api;

/// <summary>What a status means at an endpoint.</summary>
/// <param name="Status">The status.</param>
/// <param name="Description">What it means.</param>
internal sealed record StatusWords(int Status, string Description);
