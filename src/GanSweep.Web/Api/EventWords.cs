namespace GanSweep.Web.Api;

/// <summary>A kind of events that an endpoint tells.</summary>
/// <param name="Kind">Its name.</param>
/// <param name="Document">What its data is, as JSON on one line.</param>
internal sealed record EventWords(string Kind, Type Document);
