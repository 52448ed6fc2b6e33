namespace GanSweep.Web.Api;

/// <summary>What an endpoint takes as its body.</summary>
/// <param name="ContentType">Its kind.</param>
/// <param name="Description">What it is.</param>
internal sealed record BodyWords(string ContentType, string Description);
