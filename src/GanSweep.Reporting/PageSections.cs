using System.Collections.Immutable;
using System.Text;
using GanSweep.Contracts.Sweeps;
using GanSweep.Reporting.Inputs;
using GanSweep.Reporting.Sections;

namespace GanSweep.Reporting;

/// <summary>The sections of the report that a live page has too, and the style of both.</summary>
public static class PageSections
{
    /// <summary>How the sweep goes.</summary>
    public static ImmutableArray<ISection<SweepInput>> OfCourse { get; } = [new CourseSection(), new SearchSection()];

    /// <summary>What its runs say together.</summary>
    public static ImmutableArray<ISection<SweepInput>> OfRuns { get; } = [new ParallelSection(), new KeysSection(), new SeedsSection(), new ModelsSection()];

    /// <summary>A run in one paragraph.</summary>
    public static ISection<RunInput> Verdict { get; } = new VerdictSection();

    /// <summary>How a run was trained.</summary>
    public static ISection<RunInput> Training { get; } = new TrainingSection();

    /// <summary>How a run was trained, and its scores.</summary>
    public static ImmutableArray<ISection<RunInput>> OfRun { get; } = [Training, new ScoresSection()];

    /// <summary>What was trained where.</summary>
    public static ISection<Timeline> Timeline { get; } = new TimelineSection();

    /// <summary>Real rows beside generated ones: of what <see cref="HtmlReport.WithShown"/> has chosen.</summary>
    public static ImmutableArray<ISection<ReportInput>> OfRows { get; } =
    [
        new DescriptionSection(), new CumulativeSection(), new DistributionSection(), new MissingSection(), new TimeSection(), new CorrelationSection(),
        new AssociationSection(), new PairsSection(), new ComponentsSection(), new PrivacySection(),
    ];

    /// <summary>The style.</summary>
    public static string Style { get; } = ReadStyle();

    private static string ReadStyle()
    {
        using Stream stream = typeof(PageSections).Assembly.GetManifestResourceStream("report.css")!;
        using StreamReader reader = new(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
