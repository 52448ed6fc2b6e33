using System.Text.Json.Serialization;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Sweeps;
using GanSweep.Evaluation.Standards;
using GanSweep.Sweeps.Wire;

namespace GanSweep.Documents;

/// <summary>A leaderboard, as <c>leaderboard --json</c> prints it.</summary>
public sealed record LeaderboardDocument(
    string Sweep,
    SweepState State,
    CountsDocument Counts,
    IReadOnlyDictionary<string, double?>? Floor,
    IReadOnlyDictionary<string, double?>? SecondSample,
    double? CoExceedance90,
    IReadOnlyDictionary<string, RangeDocument>? Unseen,
    IReadOnlyList<BaselineDocument>? Baselines,
    [property: JsonPropertyOrder(2)] IReadOnlyList<RunDocument> Runs)
{
    /// <summary>The best configurations of a search as fresh seeds tell of them, the lowest median first; left out where nothing is confirmed, or not yet.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull), JsonPropertyOrder(1)]
    public IReadOnlyList<ConfirmedDocument>? Confirmed { get; init; }

    /// <summary>The document of a leaderboard.</summary>
    public static LeaderboardDocument Of(Leaderboard board)
    {
        Yardsticks? yardsticks = board.Yardsticks?.ToYardsticks();
        return new LeaderboardDocument(
            board.Summary.SweepId,
            board.Summary.State,
            CountsDocument.Of(board.Summary.Counts),
            yardsticks is null ? null : ScoresDocument.OfYardstick(yardsticks.Floor),
            yardsticks is null ? null : ScoresDocument.OfYardstick(yardsticks.SecondSample),
            yardsticks?.CoExceedance90,
            yardsticks is null ? null : RangeDocument.Of(yardsticks),
            yardsticks is null ? null : BaselineDocument.Of(yardsticks),
            [.. board.Rows.Select(RunDocument.Of)])
        {
            Confirmed = ConfirmedDocument.Of(board),
        };
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
