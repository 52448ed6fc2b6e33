using GanSweep.Evaluation.Associations;
using GanSweep.Reporting.Html;
using GanSweep.Reporting.Inputs;
using GanSweep.Reporting.Plots;
using GanSweep.Reporting.Statistics;

namespace GanSweep.Reporting.Sections;

/// <summary>How closely columns of any kind go together, in both tables, and the difference.</summary>
internal sealed class AssociationSection : SampledSection
{
    private const double FullDifference = 0.5;

    public override string Id => "associations";

    public override string Title => "Associations";

    public override bool Concerns(ReportInput input)
    {
        return input.Compared.ColumnCount > 1 && input.Compared.OfLevels().Length > 0;
    }

    protected override void WriteFigures(HtmlWriter html, ShownTables shown)
    {
        html.Write($"<p>How closely two columns go together, whatever their kinds: numbers and dates by Pearson's correlation, −1 to 1; numbers and words by "
            + $"the correlation ratio, the share of the spread that the words explain, as a root; words and words by Cramér's V, corrected for its bias; "
            + $"both 0 to 1. A missing word is a word. – where a column does not vary. The difference is synthetic − real, its colour full at "
            + $"{FullDifference}.</p>");
        html.WritePanels(
            HeatMap.Compare(
                "Association", shown.Real.ColumnNames, ColumnAssociations.Of(shown.RealRows), ColumnAssociations.Of(shown.SyntheticRows), FullDifference),
            "three");
    }
}
