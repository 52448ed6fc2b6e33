using System.Collections.Immutable;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Sweeps;
using GanSweep.Evaluation.Scoring;
using GanSweep.Reporting.Html;
using GanSweep.Reporting.Inputs;
using GanSweep.Reporting.Plots;
using GanSweep.Reporting.Statistics;
using GanSweep.Settings.Reading;
using GanSweep.Sweeps.Definitions;
using GanSweep.Sweeps.Importance;
using GanSweep.Sweeps.Scheduling.Plans;
using GanSweep.Sweeps.Wire;
using GanSweep.Tables.Text;

namespace GanSweep.Reporting.Sections;

/// <summary>How a search went: its best total run by run, what fresh seeds say of what it found, who went on, and which keys mattered.</summary>
internal sealed class SearchSection : ISection<SweepInput>
{
    private static readonly Markup Unasked = new("Nothing is confirmed under fresh seeds: <code>\"confirm\"</code> in sweep.json trains the best configurations again at the end.");

    public string Id => "search";

    public string Title => "Search";

    public bool Concerns(SweepInput input)
    {
        return input.Board.IsOfSearch;
    }

    public void Write(HtmlWriter html, SweepInput input)
    {
        Leaderboard board = input.Board;
        SearchPlace[] places = [.. board.Rows.Select(row => row.Search).OfType<SearchPlace>()];
        html.Write($"<p>{Amount.Of(places.Select(place => place.Configuration).Distinct().Count(), "configuration")} in "
            + $"{Amount.Of(places.Max(place => place.Cohort), "cohort")}. Of so many totals the lowest is low by luck too; what a search found is worth what fresh seeds say of it.</p>");
        SweepDefinition? definition = Definition(input);
        WriteConfirmed(html, board, definition?.Plan.Confirm);
        ImmutableArray<AlternativeImportance> importance = definition is null ? [] : SpaceImportance.Of(definition, board, input.By);
        SearchCourse course = SearchCourse.Of(board.Trainings);
        html.Write($"{course.Legend()}");
        html.WritePanels(
        [
            course.ByRun(),
            .. course.BySeconds() is { } time ? [time] : Array.Empty<Panel>(),
            .. board.Confirmed.Any(confirmed => confirmed.Median is not null) ? [ConfirmedPanel.Of(board.Confirmed)] : Array.Empty<Panel>(),
            .. importance.Where(alternative => !alternative.Keys.IsEmpty).Select(Panel),
        ]);
        foreach (AlternativeImportance alternative in importance.Where(alternative => alternative.Reason is not null))
        {
            html.Write($"<p class=\"note\">What each key of {(alternative.Name.Length > 0 ? alternative.Name : "the space")} has to do with the total is not shown. {alternative.Reason}</p>");
        }

        WriteRungs(html, board);
    }

    private static void WriteConfirmed(HtmlWriter html, Leaderboard board, Confirmation? asked)
    {
        if (board.Confirmed.IsEmpty)
        {
            html.Write($"<p>{(asked is null ? Unasked : Markup.Of($"{Unconfirmed(board.Summary.State, asked)}"))}</p>");
            return;
        }

        int ended = board.Confirmed.Sum(confirmed => confirmed.Runs.Length + confirmed.Lost);
        int all = board.Confirmed.Length * (asked?.Seeds ?? 0);
        if (ended < all)
        {
            html.Write($"<p>{ended} of {Amount.Of(all, "run")} under fresh seeds {(ended == 1 ? "has" : "have")} ended"
                + $"{(board.Summary.State == SweepState.Cancelled ? ", and the sweep is cancelled: the others are trained if it is resumed." : ": what they say is not final.")}</p>");
        }

        if (board.Confirmed[0] is { Median: { } median } best)
        {
            html.Write($"<p class=\"lead\">Under {Amount.Of(best.Runs.Length, "fresh seed")} configuration {best.Configuration} has a median total of <b>{Numbers.Rounded(median)}</b>, "
                + $"and the middle 90 % are {Numbers.Range([best.Lowest!.Value, best.Highest!.Value])}.</p>");
        }

        if (board.SearchWinner is { Flattery: { } flattery } winner)
        {
            html.Write($"<p>The search alone would have taken configuration {winner.Configuration}, by a total of {Numbers.Rounded(winner.SearchTotal)}; under fresh seeds it has "
                + $"{Numbers.Rounded(winner.Median)}: the search {(flattery > 0 ? $"flattered it by {Numbers.Rounded(flattery)}" : "did not flatter it")}.</p>");
        }

        int lost = board.Confirmed.Sum(confirmed => confirmed.Lost);
        if (lost > 0)
        {
            html.Write($"<p class=\"note\">{Amount.Of(lost, "run")} under fresh seeds ended without a total.</p>");
        }
    }

    private static string Unconfirmed(SweepState state, Confirmation asked)
    {
        string training = $"its best {(asked.Top == 1 ? "configuration is" : $"{asked.Top} configurations are")} trained again under {Amount.Of(asked.Seeds, "fresh seed")}{(asked.Top == 1 ? "" : " each")}";
        return state switch
        {
            SweepState.Completed => "Nothing could be confirmed under fresh seeds: no configuration of this search is ranked.",
            SweepState.Cancelled => $"Nothing is confirmed under fresh seeds, since the sweep is cancelled. If it is resumed, {training} at the end.",
            _ => $"Not confirmed yet: at the end of the search {training}, by which nothing was chosen.",
        };
    }

    private static void WriteRungs(HtmlWriter html, Leaderboard board)
    {
        ImmutableArray<SearchRung> rungs = SearchRung.Of(board.Rows);
        if (rungs.Length < 2)
        {
            return;
        }

        html.WriteTable(
            "Who went on",
            [Cell.NumberHeading("rung"), Cell.NumberHeading("configurations"), Cell.NumberHeading("went on"), Cell.NumberHeading("stopped"), Cell.NumberHeading("best mean total")],
            rungs.Select(rung => Cell.Row(
            [
                Cell.Number($"{rung.Number}"), Cell.Number($"{rung.Came}"),
                Cell.Number(rung.WentOn is { } on ? $"{on}" : Numbers.None), Cell.Number(rung.WentOn is { } went ? $"{rung.Came - went}" : Numbers.None),
                Cell.Number(rung.BestMean),
            ])));
        html.Write($"<p class=\"note\">A mean is over a configuration's runs of as many steps as those of the rung. One that diverged on a rung, or is excluded under most seeds, does not go on.</p>");
    }

    private static Panel Panel(AlternativeImportance alternative)
    {
        string of = alternative.Name.Length > 0 ? $" ({alternative.Name})" : "";
        string worst = alternative.Worst == 0 ? "" : alternative.Worst == 1
            ? " One of them diverged or is excluded, and counts as the worst." : $" {alternative.Worst} of them diverged or are excluded, and count as the worst.";
        return SharePanel.Of(
            $"What a good total has to do with{of}",
            [.. alternative.Keys.Select(key => (key.Key, key.Share))],
            $"PED-ANOVA: the best tenth of {Amount.Of(alternative.Configurations, "configuration")} beside all, key by key.{worst}");
    }

    private static SweepDefinition? Definition(SweepInput input)
    {
        try
        {
            return SweepDefinition.Restore(input.Provenance.Json, input.Models, input.Provenance.AsOf());
        }
        catch (InvalidSettingsException)
        {
            // A sweep of a version with other keys.
            return null;
        }
    }
}
