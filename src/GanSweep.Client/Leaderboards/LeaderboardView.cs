using GanSweep.Client.Output;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Sweeps;
using GanSweep.Evaluation.Scoring;
using GanSweep.Evaluation.Standards;
using GanSweep.Sweeps.Ranking;
using GanSweep.Sweeps.Wire;
using GanSweep.Tables.Text;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace GanSweep.Client.Leaderboards;

/// <summary>A leaderboard for people: the sweep, the ranking above the yardsticks, failed runs, remarks.</summary>
internal static class LeaderboardView
{
    /// <summary>Ranked rows that are shown unless more are asked for.</summary>
    public const int DefaultRows = 20;

    private const int MostFailures = 5;
    private const int MostExcluded = 10;

    /// <summary>Writes the runs.</summary>
    /// <param name="console">Where to.</param>
    /// <param name="board">The leaderboard.</param>
    /// <param name="rows">How many ranked rows at most.</param>
    /// <param name="more">Scores that are shown besides the default ones.</param>
    public static void Write(IAnsiConsole console, Leaderboard board, int rows, IReadOnlyList<Score>? more = null)
    {
        LeaderboardRow[] ranked = [.. board.Trainings.Where(row => row.Rank is not null && row.Scores is not null)];
        TableRow[] shown =
        [
            .. ranked.Take(rows).Select(row => new TableRow($"{row.Rank}", $"{row.Run}", ConfigurationText.Cells(row, board.VaryingKeys), row.Scores!.ToScores())
            {
                Place = PlaceText.CellsOfRun(row.Search),
            }),
        ];
        WriteTable(console, board, shown.Any(row => row.Place.Count > 0) ? PlaceText.HeadingsOfRuns : [], board.VaryingKeys, shown, more);
        LeaderboardRow[] excluded = [.. board.Trainings.Where(row => row.Excluded is not null)];
        int left = board.Summary.Counts.Completed - board.Shared - shown.Length - excluded.Length;
        if (left > 0)
        {
            console.WriteLine($"… and {Figures.Count(left)} more (--top N shows more, --json all of them)");
        }

        WriteExcluded(console, board, excluded);
        WriteFailures(console, board);
        WriteNotes(console, board);
    }

    /// <summary>Writes the configurations, ranked by the medians of their replicates.</summary>
    /// <param name="console">Where to.</param>
    /// <param name="board">The leaderboard.</param>
    /// <param name="configurations">Its configurations.</param>
    /// <param name="rows">How many of them at most.</param>
    /// <param name="more">Scores that are shown besides the default ones.</param>
    public static void Write(
        IAnsiConsole console, Leaderboard board, IReadOnlyList<RankedConfiguration> configurations, int rows, IReadOnlyList<Score>? more = null)
    {
        string[] keys = [.. board.VaryingKeys.Where(key => key != ConfigurationText.SeedKey)];
        TableRow[] shown =
        [
            .. configurations.Take(rows).Select(row => new TableRow(
                $"{row.Rank}", string.Join(' ', row.Runs), ConfigurationText.Cells(row.Configuration, keys), row.Medians)
            {
                Place = PlaceText.CellsOf(row),
            }),
        ];
        WriteTable(console, board, shown.Any(row => row.Place.Count > 0) ? PlaceText.HeadingsOfConfigurations : [], keys, shown, more);
        if (configurations.Count > shown.Length)
        {
            console.WriteLine($"… and {Figures.Count(configurations.Count - shown.Length)} more (--top N shows more, --json all of them)");
        }

        console.WriteLine(configurations.Any(row => row.Search is not null)
            ? "Scores are medians over the runs of the highest rung and as many steps; of what is confirmed, over the fresh seeds alone. Who came farther stands first."
            : "Scores are medians over the completed replicates.");
        WriteNotes(console, board);
    }

    /// <summary>
    /// The default scores that a shown run has, those asked for, and where rows are held out what tells most of privacy: membership, or of a sweep from before there
    /// was that, or with few held-out rows, the share that is closer to training rows.
    /// </summary>
    private static Score[] Scores(Leaderboard board, TableRow[] shown, IReadOnlyList<Score>? more)
    {
        Yardsticks? yardsticks = board.Yardsticks?.ToYardsticks();
        IEnumerable<Score> ofPrivacy = ((Score[])[Score.Membership, Score.CloserToTraining]).Where(score => yardsticks?.UnseenOf(score) is not null).Take(1);
        return [.. Score.Defaults.Where(score => shown.Any(row => row.Scores[score] is not null)).Concat(more ?? []).Concat(ofPrivacy).Distinct()];
    }

    private static void WriteExcluded(IAnsiConsole console, Leaderboard board, LeaderboardRow[] excluded)
    {
        foreach (LeaderboardRow row in excluded.Take(MostExcluded))
        {
            console.WriteLine($"run {row.Run} excluded ({ConfigurationText.Sentence(row, board.VaryingKeys)}): {row.Excluded}");
        }

        if (excluded.Length > MostExcluded)
        {
            console.WriteLine($"… and {Figures.Count(excluded.Length - MostExcluded)} more excluded (--json lists them)");
        }
    }

    private static void WriteTable(
        IAnsiConsole console, Leaderboard board, IReadOnlyList<string> places, IReadOnlyList<string> keys, TableRow[] shown, IReadOnlyList<Score>? more)
    {
        console.WriteLine(SummaryText.Of(board.Summary), new Style(decoration: Decoration.Bold));
        foreach (string line in ConfirmedText.Lines(board))
        {
            console.WriteLine(line);
        }

        if (shown.Length == 0)
        {
            console.WriteLine(board.Rows.Any(row => row.Excluded is not null)
                ? "No completed run is within the limits of the sweep's ranking."
                : "No run has completed yet.");
            return;
        }

        RenderOptions options = RenderOptions.Create(console);
        console.Write(LeaderboardTable.Of(places, keys, shown, board.Yardsticks?.ToYardsticks(), Scores(board, shown, more), options));
    }

    private static void WriteFailures(IAnsiConsole console, Leaderboard board)
    {
        LeaderboardRow[] failed = [.. board.Trainings.Where(row => row.State == RunState.Failed)];
        foreach (LeaderboardRow row in failed.Take(MostFailures))
        {
            string configuration = ConfigurationText.Sentence(row, board.VaryingKeys);
            console.WriteLine(
                $"run {row.Run} failed{(configuration.Length == 0 ? "" : $" ({configuration})")}: {row.Error}", new Style(Color.Red));
        }

        if (failed.Length > MostFailures)
        {
            console.WriteLine($"… and {Figures.Count(failed.Length - MostFailures)} more failed (--json lists them)");
        }
    }

    private static void WriteNotes(IAnsiConsole console, Leaderboard board)
    {
        if (board.Shared > 0)
        {
            console.WriteLine($"{Amount.Of(board.Shared, "more run")} in the same trainings: values without effect alone tell them apart (gansweep validate names them).");
        }

        foreach (string note in board.Notes)
        {
            console.WriteLine(note);
        }
    }
}
