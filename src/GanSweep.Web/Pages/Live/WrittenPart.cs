namespace GanSweep.Web.Pages.Live;

/// <summary>A part of a page as HTML.</summary>
/// <param name="Id">Its name in the page.</param>
/// <param name="Html">What it holds.</param>
/// <param name="Hash">Another for other HTML.</param>
internal sealed record WrittenPart(string Id, string Html, string Hash)
{
    /// <summary>What stands for a part that is being written.</summary>
    public static WrittenPart Pending(string id)
    {
        return new WrittenPart(id, "<p class=\"note\">Being drawn …</p>", "pending");
    }
}
