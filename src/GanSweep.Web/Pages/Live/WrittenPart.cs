namespace GanSweep.Web.Pages.Live;

/// <summary>A part of a page as HTML.</summary>
/// <param name="Id">Its name in the page.</param>
/// <param name="Html">What it holds.</param>
/// <param name="Hash">Another for other HTML.</param>
internal sealed record WrittenPart(string Id, string Html, string Hash);
