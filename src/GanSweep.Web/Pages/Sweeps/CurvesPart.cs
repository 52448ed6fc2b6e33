using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Sweeps;
using GanSweep.Reporting;
using GanSweep.Reporting.Html;
using GanSweep.Reporting.Inputs;
using GanSweep.Web.Pages.Data;

namespace GanSweep.Web.Pages.Sweeps;

/// <summary>How the chosen runs learnt: losses and evaluations of each, while it learns.</summary>
internal static class CurvesPart
{
    public static void Write(HtmlWriter html, SweepData data, IReadOnlyList<RunDetails> chosen)
    {
        if (chosen.Count == 0)
        {
            return;
        }

        html.Write($"<section><h2>How they learnt</h2>");
        foreach (RunDetails run in chosen)
        {
            html.Write($"<h3><a href=\"/sweeps/{data.Id}/runs/{run.Row.Run}\">Run {run.Row.Run}</a></h3>");
            PageSections.Training.Write(html, RunInputs.Of(data, run));
        }

        html.Write($"</section>");
    }
}
