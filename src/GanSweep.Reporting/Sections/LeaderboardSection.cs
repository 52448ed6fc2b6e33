using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Sweeps;
using GanSweep.Evaluation.Scoring;
using GanSweep.Reporting.Boards;
using GanSweep.Reporting.Html;
using GanSweep.Reporting.Inputs;

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
        BoardColumn[] columns = [BoardColumns.Rank, BoardColumns.Run, BoardColumns.Of(Score.Total), .. Places(board), .. BoardColumns.KeysOf(board)];
        BoardColumn[] results = [BoardColumns.Of(Score.OutOfRange), BoardColumns.Of(Score.JointDistance), BoardColumns.Epoch, BoardColumns.Time];
        html.WriteTable(
            "Leaderboard",
            [.. columns.Concat(results).Select(column => column.Heading())],
            [
                .. shown.Select(row => Row(row.Run == input.Marked ? "marked" : "", Markup.Join(columns.Concat(results).Select(column => column.CellOf(row))))),
                .. others.Take(MostOthers).Select((row, index) => Row(
                    index == 0 ? "line" : "", Markup.Of($"{Markup.Join(columns.Select(column => column.CellOf(row)))}<td colspan=\"{results.Length}\" class=\"wide\">{Reason(row)}</td>"))),
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

    private static Markup Row(string style, Markup cells)
    {
        return style.Length > 0 ? Markup.Of($"<tr class=\"{style}\">{cells}</tr>") : Markup.Of($"<tr>{cells}</tr>");
    }

    private static IEnumerable<BoardColumn> Places(Leaderboard board)
    {
        return BoardColumns.PlacesOf(board).Where(column => column.Name is "rung" or "origin");
    }

    private static string Reason(LeaderboardRow row)
    {
        return row.Excluded is { } excluded ? $"excluded: {excluded}" : $"{row.State.ToString().ToLowerInvariant()}: {row.Error}";
    }
}
