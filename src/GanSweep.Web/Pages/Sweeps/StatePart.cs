using GanSweep.Contracts.Access;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Sweeps;
using GanSweep.Evaluation.Scoring;
using GanSweep.Reporting.Html;
using GanSweep.Sweeps.Wire;
using GanSweep.Web.Pages.Data;
using GanSweep.Web.Pages.Live;

namespace GanSweep.Web.Pages.Sweeps;

/// <summary>How a sweep stands, and what can be done to it.</summary>
internal static class StatePart
{
    public static void Write(HtmlWriter html, SweepData data)
    {
        SweepProgress progress = data.Progress;
        SweepCounts counts = progress.Summary.Counts;
        int ended = counts.Completed + counts.Failed;
        html.Write($"<ul class=\"tiles\"><li><b>{SweepText.State(progress.Summary.State)}</b><span>{SweepText.Bar(progress.Done)}</span></li>");
        html.Write($"<li><b>{ended} of {counts.Total}</b><span>runs have ended{(progress.Search is { HasEnded: false } ? ", of at most so many" : "")}; {counts.Running} running</span></li>");
        Tile(html, counts.Failed > 0 ? "bad" : "", $"{counts.Failed}", counts.Reused > 0 ? $"failed; {counts.Reused} found in the store" : "failed");
        Tile(html, "", Numbers.Rounded(progress.EpochsPerSecond), "epochs a second");
        Tile(html, "", progress.TimeLeft is { } left && data.IsLive ? Numbers.Duration(left.TotalSeconds) : Numbers.None, "left");
        if (progress.Best is { } best)
        {
            html.Write($"<li class=\"good\"><b>{Numbers.Rounded(best.Scores?.Find(Score.Total), 4)}</b><span>best total, <a href=\"/sweeps/{data.Id}/runs/{best.Run}\">run {best.Run}</a></span></li>");
        }

        html.Write($"</ul>");
        if (progress.Prepared is { } prepared)
        {
            html.Write($"<p class=\"note\">What scores are held against is being computed: {Numbers.Percent(prepared)}.</p>");
        }

        if (progress.Search is { Waits: true })
        {
            html.Write($"<p class=\"note\">What comes next hangs on the runs that are being trained.</p>");
        }

        foreach (string note in data.Input.Board.Notes)
        {
            html.Write($"<p class=\"note\">{note}</p>");
        }
    }

    public static void WriteActions(HtmlWriter html, SweepData data, PageContext reader)
    {
        if (!reader.May(AccessRole.Operator))
        {
            return;
        }

        SweepState state = data.Progress.Summary.State;
        html.Write($"<div class=\"actions\">");
        if (state == SweepState.Running)
        {
            Button(html, data.Id, "pause", "Pause", reader);
        }

        if (state is SweepState.Paused or SweepState.Cancelled)
        {
            Button(html, data.Id, "resume", "Resume", reader);
        }

        if (state is SweepState.Running or SweepState.Paused)
        {
            html.Write($"<a class=\"button\" href=\"/sweeps/{data.Id}/cancel\">Cancel …</a>");
        }

        if (data.Progress.Summary.Counts.Failed > 0)
        {
            Button(html, data.Id, "retry", "Retry the failed runs", reader);
        }

        if (data.Progress.Best is not null)
        {
            html.Write($"<a class=\"button\" href=\"/api/v1/sweeps/{data.Id}/generator\">Download the best generator</a>");
            html.Write($"<a class=\"button\" href=\"/api/v1/sweeps/{data.Id}/report\">Report</a>");
        }

        html.Write($"</div>");
    }

    /// <summary>A form of one button.</summary>
    public static void Button(HtmlWriter html, string sweepId, string action, string text, PageContext reader)
    {
        html.Write($"<form method=\"post\" action=\"/sweeps/{sweepId}/{action}\"><input type=\"hidden\" name=\"token\" value=\"{reader.Token}\"/><button type=\"submit\">{text}</button></form>");
    }

    private static void Tile(HtmlWriter html, string look, string number, string text)
    {
        html.Write($"<li class=\"{look}\"><b>{number}</b><span>{text}</span></li>");
    }
}
