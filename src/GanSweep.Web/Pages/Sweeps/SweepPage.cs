using System.Collections.Immutable;
using System.Globalization;
using GanSweep.Contracts.Access;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Sweeps;
using GanSweep.Reporting;
using GanSweep.Reporting.Boards;
using GanSweep.Reporting.Html;
using GanSweep.Reporting.Inputs;
using GanSweep.Reporting.Sections;
using GanSweep.Web.Pages.Data;
using GanSweep.Web.Pages.Live;
using Microsoft.AspNetCore.Http;

namespace GanSweep.Web.Pages.Sweeps;

/// <summary>A sweep, live.</summary>
internal static class SweepPage
{
    public static async Task<IResult> OfAsync(SweepReader reader, IGrainFactory grains, HttpContext context, string sweep)
    {
        SweepData data = await reader.ReadAsync(sweep, context.RequestAborted);
        BoardQuery query = BoardQuery.Read(context.Request.Query);
        ImmutableArray<BoardColumn> columns = data.Columns;
        RunDetails[] chosen = await ChosenAsync(grains.GetGrain<ISweepGrain>(sweep), data, query, context.RequestAborted);
        PageContext reading = PageContext.Of(context);
        string moment = string.Create(CultureInfo.InvariantCulture, $"{data.Progress.GetHashCode()}");
        return new LivePage
        {
            Title = sweep,
            Path = [("Sweeps", "/")],
            IsLive = true,
            Parts =
            [
                new Part("actions", "", html => StatePart.WriteActions(html, data, reading)) { IsPersonal = true },
                new Part("standing", moment, html => StatePart.Write(html, data)),
                new Part("running", moment, html => RunningPart.Write(html, data)),
                .. Written(data.Course, data, data.Input with { By = query.By }),
                new Part("runs", data.Version, html => BoardPart.Write(html, data, query, columns)) { IsLong = data.IsLarge && query.IsOfAll },
                new Part("curves", string.Join(',', chosen.Select(run => $"{run.Row.Run}:{run.Losses.Count}:{run.History.Length}")), html => CurvesPart.Write(html, data, chosen)),
                new Part("look", data.Version, html => LookPart.Write(html, data, query, columns)) { IsLong = data.IsLarge },
                .. Written(data.Together, data, data.Input with { By = query.By, Selected = query.Filters ? new Lazy<IReadOnlySet<int>>(() => query.Of(data.Input.Board, columns).Select(row => row.Run).ToHashSet()) : null }),
                .. Sections([PageSections.Timeline], data with { Version = TimelineVersion(data.Timeline) }, data.Timeline),
                .. reading.May(AccessRole.Operator) ? [new Part("definition", data.Version, html => DefinitionPart.Write(html, data))] : Array.Empty<Part>(),
            ],
        };
    }

    /// <summary>Sections of the report as parts of a page.</summary>
    public static IEnumerable<Part> Sections<TInput>(IEnumerable<ISection<TInput>> sections, SweepData data, TInput input)
    {
        return Written(sections.Where(section => section.Concerns(input)), data, input);
    }

    private static IEnumerable<Part> Written<TInput>(IEnumerable<ISection<TInput>> sections, SweepData data, TInput input)
    {
        return sections.Select(section => new Part(section.Id, data.Version, html => SectionText.Write(html, section, input)) { IsLong = data.IsLarge, MayLag = data.IsLive });
    }

    // Drawn anew when an attempt begins or ends, and a few times a minute while any lasts.
    private static string TimelineVersion(Timeline timeline)
    {
        long now = timeline.Attempts.Any(span => span.Ended is null) ? timeline.Now.ToUnixTimeSeconds() / 5 : 0;
        return string.Create(CultureInfo.InvariantCulture, $"{timeline.Since.Ticks} {timeline.Attempts.Length} {timeline.Attempts.Count(span => span.Ended is not null)} {now}");
    }

    private static async Task<RunDetails[]> ChosenAsync(ISweepGrain sweep, SweepData data, BoardQuery query, CancellationToken cancellationToken)
    {
        ImmutableArray<int> asked = query.Chosen;
        HashSet<int> known = asked.IsEmpty ? [] : [.. data.Input.Board.Rows.Select(row => row.Run)];
        List<RunDetails> details = [];
        foreach (int run in asked.Where(known.Contains))
        {
            details.Add(await sweep.GetRunAsync(run).WaitAsync(cancellationToken));
        }

        return [.. details];
    }
}
