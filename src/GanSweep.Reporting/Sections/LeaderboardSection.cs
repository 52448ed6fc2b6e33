using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Sweeps;
using GanSweep.Evaluation.Scoring;
using GanSweep.Reporting.Html;
using GanSweep.Reporting.Inputs;
using GanSweep.Sweeps.Wire;

namespace GanSweep.Reporting.Sections;

/// <summary>The best runs, and below the line those without a rank and why.</summary>
internal sealed class LeaderboardSection : ISection<SweepInput>
{
    private const int MostRanked = 20;
    private const int MostOthers = 40;

    public string Id => "leaderboard";

    public string Title => "Leaderboard";

    public void Write(HtmlWriter html, SweepInput input)
    {
        Leaderboard board = input.Board;
        SweepCounts counts = board.Summary.Counts;
        html.Write($"<p>{counts.Completed} of {counts.Total} runs completed, {counts.Failed} failed, {counts.Running + counts.Pending} "
            + $"to do. Lower totals are better.</p>");
        foreach (string note in board.Notes)
        {
            html.Write($"<p class=\"note\">{note}</p>");
        }

        LeaderboardRow[] ranked = [.. board.Trainings.Where(row => row.Rank is not null)];
        LeaderboardRow[] shown = [.. ranked.Where(row => row.Rank <= MostRanked || row.Run == input.Marked)];
        LeaderboardRow[] others = [.. board.Trainings.Where(row => row.Rank is null && (row.Excluded ?? row.Error) is not null)];
        html.WriteTable(
            "Leaderboard",
            [
                Cell.NumberHeading("rank"), Cell.NumberHeading("run"), Cell.NumberHeading("total"),
                .. board.IsOfSearch ? [Cell.NumberHeading("rung"), Cell.Heading("origin")] : Array.Empty<Markup>(),
                .. board.VaryingKeys.Select(Cell.KeyHeading),
                Cell.NumberHeading("out of range"), Cell.NumberHeading("joint"), Cell.NumberHeading("epoch"), Cell.NumberHeading("time"),
            ],
            [
                .. shown.Select(row => Ranked(row, board, row.Run == input.Marked)),
                .. others.Take(MostOthers).Select((row, index) => Other(row, board, index == 0)),
            ]);
        Markup[] remarks =
        [
            .. ranked.Length > shown.Length ? [Markup.Of($"The best {MostRanked} of {ranked.Length} ranked runs. "
                + $"")] : Array.Empty<Markup>(),
            .. others.Length > 0 ? [Markup.Of($"Below the line: runs that the sweep's limits exclude, and runs that failed. "
                + $"")] : Array.Empty<Markup>(),
            .. others.Length > MostOthers ? [Markup.Of($"{others.Length - MostOthers} more of these are not "
                + $"shown.")] : Array.Empty<Markup>(),
        ];
        html.Write($"<p class=\"note\">{Markup.Join(remarks)}</p>");
    }

    private static Markup Ranked(LeaderboardRow row, Leaderboard board, bool isReported)
    {
        Scores? scores = row.Scores?.ToScores();
        Markup cells = Markup.Join(
        [
            Cell.Number($"{row.Rank}"), Cell.Number($"{row.Run}"), Cell.Number(scores?.Total),
            .. PlaceOf(row, board), .. RunCells.Of(row, board),
            Cell.Number(Numbers.Percent(scores?[Score.OutOfRange])), Cell.Number(scores?[Score.JointDistance]),
            Cell.Number($"{row.BestEpoch} / {row.Epochs}"), Cell.Number(Numbers.Duration(row.Seconds)),
        ]);
        return isReported ? Markup.Of($"<tr class=\"marked\">{cells}</tr>") : Markup.Of($"<tr>{cells}</tr>");
    }

    private static Markup Other(LeaderboardRow row, Leaderboard board, bool isFirst)
    {
        string style = isFirst ? "line" : "";
        return Markup.Of(
            $"<tr class=\"{style}\"><td class=\"number\">{Numbers.None}</td><td "
                + $"class=\"number\">{row.Run}</td>{Cell.Number(row.Scores?.ToScores().Total)}{Markup.Join([.. PlaceOf(row, board), .. RunCells.Of(row, board)])}<td "
                + $"colspan=\"4\" class=\"wide\">{Reason(row)}</td></tr>");
    }

    private static IEnumerable<Markup> PlaceOf(LeaderboardRow row, Leaderboard board)
    {
        return board.IsOfSearch ? [Cell.Number(row.Search?.Rung is { } rung ? $"{rung}" : Numbers.None), Cell.Text(row.Search?.Origin ?? "")] : [];
    }

    private static string Reason(LeaderboardRow row)
    {
        return row.Excluded is { } excluded ? $"excluded: {excluded}" : $"{row.State.ToString().ToLowerInvariant()}: {row.Error}";
    }
}
