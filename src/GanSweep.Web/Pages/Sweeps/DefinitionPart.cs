using GanSweep.Contracts.Sweeps;
using GanSweep.Reporting.Html;
using GanSweep.Web.Pages.Data;

namespace GanSweep.Web.Pages.Sweeps;

/// <summary>What was asked for.</summary>
internal static class DefinitionPart
{
    public static void Write(HtmlWriter html, SweepData data)
    {
        SweepProvenance provenance = data.Input.Provenance;
        html.Write($"<section><h2>What was asked for</h2>");
        html.Write($"<dl><dt>table</dt><dd><code>{provenance.DatasetHash}</code></dd><dt>engine</dt><dd>{provenance.EngineVersion}</dd>"
            + $"<dt>submitted</dt><dd>{Numbers.Time(provenance.SubmittedAt)}</dd><dt>trained for</dt><dd>{Numbers.Duration(provenance.TrainingSeconds)} of a slot</dd></dl>");
        html.Write($"<details><summary>sweep.json</summary><pre tabindex=\"0\">{provenance.Json}</pre></details></section>");
    }
}
