using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Sweeps;
using GanSweep.Reporting.Html;
using GanSweep.Reporting.Inputs;
using GanSweep.Tables;
using GanSweep.Tables.Text;

namespace GanSweep.Reporting.Sections;

/// <summary>Where it all comes from: enough to make it again.</summary>
internal sealed class ProvenanceSection : ISection<ReportInput>
{
    public string Id => "provenance";

    public string Title => "Provenance";

    public void Write(HtmlWriter html, ReportInput input)
    {
        SweepProvenance provenance = input.Provenance;
        LeaderboardRow row = input.Run.Row;
        (string Name, string Value)[] entries =
        [
            ("sweep", provenance.SweepId),
            ("run", $"{row.Run}, seed {row.Seed}, epoch {row.BestEpoch?.ToString() ?? Numbers.None} of {row.Epochs}, attempt "
                + $"{row.Attempts}{(row.Reused ? ", found in the store" : "")}"),
            ("run key", row.Key),
            ("table", $"{Amount.Of(input.Real.RowCount, "row")} × {Amount.Of(input.Real.ColumnCount, "column")}, hash {provenance.DatasetHash}"),
            ("held out", Numbers.Percent(provenance.Holdout)),
            .. provenance.Target is { } target ? [("target", target)] : Array.Empty<(string, string)>(),
            .. provenance.Sequence is { } sequence ? [("sequence", sequence)] : Array.Empty<(string, string)>(),
            ("scored samples", Amount.Of(provenance.EvaluationRows, "row")),
            ("submitted", Numbers.Time(provenance.SubmittedAt)),
            ("report made", Numbers.Time(input.MadeAt)),
            ("training", $"{Numbers.Duration(row.Seconds)} this run, {Numbers.Duration(provenance.TrainingSeconds)} all runs together"),
            ("trained by", provenance.Trainers.IsEmpty ? Numbers.None : string.Join(", ", provenance.Trainers)),
            ("engine", provenance.EngineVersion),
            ("report by", $"GanSweep {input.Version}"),
        ];
        html.Write($"<dl>{Markup.Join(entries.Select(entry => Markup.Of($"<dt>{entry.Name}</dt><dd>{entry.Value}</dd>")))}</dl>");
        html.Write($"<h3>sweep.json</h3><pre tabindex=\"0\">{provenance.Json}</pre>");
    }
}
