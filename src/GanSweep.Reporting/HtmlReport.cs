using GanSweep.Reporting.Html;
using GanSweep.Reporting.Inputs;
using GanSweep.Reporting.Sections;

namespace GanSweep.Reporting;

/// <summary>A sweep and one of its runs as a single HTML file that needs nothing else: no network, no script, no font.</summary>
public static class HtmlReport
{
    private static readonly ISection<ReportInput>[] Sections =
    [
        new VerdictSection(),
        new TrainingSection(),
        new DescriptionSection(),
        new CumulativeSection(),
        new DistributionSection(),
        new MissingSection(),
        new TimeSection(),
        new CorrelationSection(),
        new AssociationSection(),
        new PairsSection(),
        new ComponentsSection(),
        new LeaderboardSection(),
        new CourseSection(),
        new SearchSection(),
        new ModelsSection(),
        new ParallelSection(),
        new KeysSection(),
        new SeedsSection(),
        new ScoresSection(),
        new PrivacySection(),
        new ProvenanceSection(),
    ];

    /// <summary>Writes the report. The same input gives the same bytes.</summary>
    /// <param name="writer">Where to; stays open.</param>
    /// <param name="input">What it is made of.</param>
    /// <exception cref="ArgumentException">The synthetic table has other columns than the real one.</exception>
    public static void Write(TextWriter writer, ReportInput input)
    {
        ArgumentNullException.ThrowIfNull(writer);
        Page.Write(new HtmlWriter(writer), WithShown(input), Sections);
    }

    /// <summary>The same input, with what of both tables is shown chosen, which sections of rows need.</summary>
    /// <exception cref="ArgumentException">The synthetic table has other columns than the real one.</exception>
    public static ReportInput WithShown(ReportInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (input.Synthetic is { } synthetic && !synthetic.ColumnNames.SequenceEqual(input.Real.ColumnNames))
        {
            throw new ArgumentException(
                $"The synthetic table's columns are {string.Join(", ", synthetic.ColumnNames)}; "
                + $"those of the real table are {string.Join(", ", input.Real.ColumnNames)}.",
                nameof(input));
        }

        return input with { Shown = input.Synthetic is { } rows ? ShownTables.Of(input.Real, rows, input.Sequence) : null };
    }
}
