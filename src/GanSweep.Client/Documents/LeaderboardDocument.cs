using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Sweeps;

namespace GanSweep.Client.Documents;

/// <summary>A leaderboard, as <c>leaderboard --json</c> prints it.</summary>
internal sealed record LeaderboardDocument(
    string Sweep,
    SweepState State,
    CountsDocument Counts,
    IReadOnlyDictionary<string, double?>? Floor,
    IReadOnlyDictionary<string, double?>? SecondSample,
    double? CoExceedance90,
    IReadOnlyDictionary<string, RangeDocument>? Unseen,
    IReadOnlyList<BaselineDocument>? Baselines,
    IReadOnlyList<RunDocument> Runs)
{
    public static LeaderboardDocument Of(Leaderboard board)
    {
        return new LeaderboardDocument(
            board.Summary.SweepId,
            board.Summary.State,
            CountsDocument.Of(board.Summary.Counts),
            board.Yardsticks is null ? null : ScoresDocument.OfYardstick(board.Yardsticks.Floor),
            board.Yardsticks is null ? null : ScoresDocument.OfYardstick(board.Yardsticks.SecondSample),
            board.Yardsticks?.CoExceedance90,
            board.Yardsticks is null ? null : RangeDocument.Of(board.Yardsticks),
            board.Yardsticks is null ? null : BaselineDocument.Of(board.Yardsticks),
            [.. board.Rows.Select(RunDocument.Of)]);
    }

    /// <summary>
    /// The same without how it was computed: attempts, seconds and the epochs at which attempts failed are left out. What is left is a
    /// function of the sweep alone, so that a sweep that was interrupted and one that was not have the same bytes.
    /// </summary>
    public LeaderboardDocument Reproducible()
    {
        return this with
        {
            Runs =
            [
                .. Runs.Select(run => run with
                {
                    Attempts = null,
                    Seconds = null,
                    Epochs = run.State == RunState.Completed ? run.Epochs : 0,
                }),
            ],
        };
    }
}
