using System.Collections.Immutable;
using System.Globalization;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Sweeps;
using GanSweep.Evaluation.Scoring;
using GanSweep.Reporting.Html;
using GanSweep.Sweeps.Wire;

namespace GanSweep.Reporting.Boards;

/// <summary>The columns that a leaderboard can have.</summary>
public static class BoardColumns
{
    /// <summary>The rank.</summary>
    public static BoardColumn Rank { get; } = OfNumber("rank", row => row.Rank);

    /// <summary>The run's number.</summary>
    public static BoardColumn Run { get; } = OfNumber("run", row => row.Run);

    /// <summary>The epoch whose generator is the result, of how many.</summary>
    public static BoardColumn Epoch { get; } = new("epoch", row => row.BestEpoch is null ? $"{row.Epochs}" : $"{row.BestEpoch} / {row.Epochs}", row => row.BestEpoch ?? row.Epochs);

    /// <summary>How long it was trained.</summary>
    public static BoardColumn Time { get; } = new("time", row => Numbers.Duration(row.Seconds), row => row.Seconds);

    /// <summary>Where the run stands.</summary>
    public static BoardColumn State { get; } = new("state", row => row.Excluded is null ? row.State.ToString().ToLowerInvariant() : "excluded");

    /// <summary>The place in a search; none where runs hang on nothing.</summary>
    public static ImmutableArray<BoardColumn> PlacesOf(Leaderboard board)
    {
        ArgumentNullException.ThrowIfNull(board);
        return !board.IsOfSearch ? [] :
        [
            OfNumber("configuration", row => row.Search?.Configuration),
            OfNumber("cohort", row => row.Search?.Cohort),
            OfNumber("rung", row => row.Search?.Rung),
            new BoardColumn("origin", row => row.Search?.Origin ?? ""),
        ];
    }

    /// <summary>The keys that runs differ in, the seed too.</summary>
    public static ImmutableArray<BoardColumn> KeysOf(Leaderboard board)
    {
        ArgumentNullException.ThrowIfNull(board);
        return [.. board.VaryingKeys.Select(key => new BoardColumn(key, row => RunCells.ValueOf(row, key)) { IsKey = true })];
    }

    /// <summary>The scores that any of the runs has, the total first.</summary>
    public static ImmutableArray<BoardColumn> ScoresOf(Leaderboard board)
    {
        ArgumentNullException.ThrowIfNull(board);
        HashSet<string> known = [.. board.Trainings.Where(row => row.Scores is not null).Take(100).SelectMany(row => row.Scores!.Values.Select(value => value.Name))];
        return [Of(Score.Total), .. Score.All.Where(score => known.Contains(score.Name)).Select(Of)];
    }

    /// <summary>A score.</summary>
    public static BoardColumn Of(Score score)
    {
        ArgumentNullException.ThrowIfNull(score);
        return new BoardColumn(
            score.Name,
            row => score == Score.OutOfRange ? Numbers.Percent(row.Scores?.Find(score)) : Numbers.Rounded(row.Scores?.Find(score)),
            row => row.Scores?.Find(score));
    }

    private static BoardColumn OfNumber(string name, Func<LeaderboardRow, int?> number)
    {
        return new BoardColumn(name, row => number(row)?.ToString(CultureInfo.InvariantCulture) ?? Numbers.None, row => number(row));
    }
}
