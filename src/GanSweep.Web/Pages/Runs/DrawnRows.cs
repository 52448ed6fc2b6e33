using System.Collections.Immutable;
using GanSweep.Evaluation.Scoring;
using GanSweep.Web.Pages.Live;

namespace GanSweep.Web.Pages.Runs;

/// <summary>Real rows beside those of a run's generator, as they were drawn.</summary>
/// <param name="Sections">The sections of the report that show them.</param>
/// <param name="Titles">Their headings, one for each.</param>
/// <param name="RealRows">Rows of the real table.</param>
/// <param name="FreshScores">The scores of fresh samples of the generator; empty until there is something to hold them against.</param>
internal sealed record DrawnRows(ImmutableArray<WrittenPart> Sections, ImmutableArray<string> Titles, int RealRows, ImmutableArray<Scores> FreshScores);
