using System.Collections.Immutable;
using System.Globalization;
using GanSweep.Contracts.Sweeps;
using GanSweep.Reporting.Html;
using GanSweep.Web.Pages.Live;
using Microsoft.AspNetCore.Http;

namespace GanSweep.Web.Pages.Sweeps;

/// <summary>Every sweep, and how each stands.</summary>
internal static class SweepListPage
{
    public static async Task<IResult> OfAsync(IGrainFactory grains, TimeProvider time, CancellationToken cancellationToken)
    {
        ImmutableArray<SweepSummary> sweeps = await grains.GetGrain<IDispatcherGrain>(0).ListAsync().WaitAsync(cancellationToken);
        Dictionary<string, SweepProgress> live = [];
        foreach (SweepSummary sweep in sweeps.Where(sweep => sweep.State == SweepState.Running).Take(20))
        {
            live[sweep.SweepId] = await grains.GetGrain<ISweepGrain>(sweep.SweepId).GetProgressAsync().WaitAsync(cancellationToken);
        }

        string version = string.Create(CultureInfo.InvariantCulture, $"{time.GetUtcNow().ToUnixTimeSeconds()}");
        return new LivePage { Title = "Sweeps", Parts = [new Part("sweeps", version, html => Write(html, sweeps, live))] };
    }

    private static void Write(HtmlWriter html, ImmutableArray<SweepSummary> sweeps, Dictionary<string, SweepProgress> live)
    {
        if (sweeps.IsEmpty)
        {
            html.Write($"<p class=\"lead\">There are no sweeps here yet. <a href=\"/new\">Begin one here</a>, or submit one from a terminal: <code>gansweep submit sweep.json</code></p>");
            return;
        }

        html.WriteTable(
            "Sweeps",
            [
                Cell.Heading("sweep"), Cell.Heading("state"), Cell.Heading("done"), Cell.NumberHeading("runs"), Cell.NumberHeading("failed"),
                Cell.NumberHeading("epochs a second"), Cell.Heading("time left"), Cell.NumberHeading("best total"), Cell.Heading("submitted"),
            ],
            sweeps.Select(sweep => Row(sweep, live.GetValueOrDefault(sweep.SweepId))));
    }

    private static Markup Row(SweepSummary sweep, SweepProgress? progress)
    {
        SweepCounts counts = sweep.Counts;
        double done = progress?.Done ?? (counts.Total == 0 ? 0 : (double)(counts.Completed + counts.Failed) / counts.Total);
        return Cell.Row(
        [
            Markup.Of($"<th scope=\"row\"><a href=\"/sweeps/{sweep.SweepId}\">{sweep.SweepId}</a></th>"),
            Markup.Of($"<td>{SweepText.State(sweep.State)}</td>"),
            Markup.Of($"<td>{SweepText.Bar(done)}</td>"),
            Cell.Number($"{counts.Completed + counts.Failed} of {counts.Total}"),
            Cell.Number($"{counts.Failed}"),
            Cell.Number(progress is null ? Numbers.None : Numbers.Rounded(progress.EpochsPerSecond)),
            Cell.Text(progress?.TimeLeft is { } left ? Numbers.Duration(left.TotalSeconds) : Numbers.None),
            Cell.Number(sweep.BestTotal, 4),
            Cell.Text(Numbers.Time(sweep.SubmittedAt)),
        ]);
    }
}
