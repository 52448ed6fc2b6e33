using GanSweep.Reporting.Html;

namespace GanSweep.Web.Pages.Live;

/// <summary>A part of a live page, which is replaced when it changes while the rest stays.</summary>
/// <param name="Id">Its name in the page.</param>
/// <param name="Version">Another whenever it may look otherwise under the same address.</param>
/// <param name="Write">Writes it.</param>
internal sealed record Part(string Id, string Version, Action<HtmlWriter> Write)
{
    /// <summary>Whether it takes long to write, so that nobody is to wait for it: the page comes without it, and it comes when it is done.</summary>
    public bool IsLong { get; init; }

    /// <summary>Whether it may be some seconds old while it changes all the time: a picture, beside which numbers say at once what is new.</summary>
    public bool MayLag { get; init; }

    /// <summary>What it holds, where somebody else has written and keeps it; null where it is to be written.</summary>
    public WrittenPart? Kept { get; private init; }

    /// <summary>Whether it is written for one reader alone: it has forms that change something.</summary>
    public bool IsPersonal { get; init; }

    /// <summary>A part that is written already.</summary>
    public static Part Of(WrittenPart written)
    {
        ArgumentNullException.ThrowIfNull(written);
        return new Part(written.Id, written.Hash, html => html.Write($"{new Markup(written.Html)}")) { Kept = written };
    }
}
