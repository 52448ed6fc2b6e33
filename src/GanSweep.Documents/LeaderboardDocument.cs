using System.Text.Json.Serialization;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Sweeps;
using GanSweep.Evaluation.Standards;
using GanSweep.Sweeps.Wire;

namespace GanSweep.Documents;

/// <summary>A leaderboard, as <c>leaderboard --json</c> prints it.</summary>
/// <param name="Sweep">The sweep's id.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Counts">How many runs are in each state.</param>
/// <param name="Floor">What a perfect memoriser would get; null before it is computed.</param>
/// <param name="SecondSample">What a second sample of the true distribution would get; its total is 1.</param>
/// <param name="CoExceedance90">The share of real rows beyond the 90 % quantile of every column.</param>
/// <param name="Unseen">What unseen real rows get, by score.</param>
/// <param name="Baselines">What simple synthesizers get on the same rows.</param>
/// <param name="Runs">Its runs: ranked ones by rank, then excluded ones, then the others by number.</param>
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

    /// <summary>When it was first submitted, in UTC.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>The lowest total so far, by the sweep's weights.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? BestTotal { get; init; }

    /// <summary>The keys of its space that vary, in the order of its sweep.json.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? VaryingKeys { get; init; }

    /// <summary>How many of the completed runs have the training of another; left out if none has.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Shared { get; init; }

    /// <summary>Remarks that a reader needs; left out if there are none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Notes { get; init; }

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
            new MappedList<LeaderboardRow, RunDocument>(board.Rows, RunDocument.Of))
        {
            Confirmed = ConfirmedDocument.Of(board),
            SubmittedAt = board.Summary.SubmittedAt,
            BestTotal = Finite.OrNull(board.Summary.BestTotal),
            VaryingKeys = board.VaryingKeys,
            Shared = board.Shared,
            Notes = board.Notes.IsEmpty ? null : board.Notes,
        };
    }

    /// <summary>The leaderboard that it tells of.</summary>
    public Leaderboard ToBoard()
    {
        return new Leaderboard
        {
            Summary = new SweepSummary
            {
                SweepId = Sweep,
                State = State,
                Counts = Counts.ToCounts(),
                SubmittedAt = SubmittedAt ?? default,
                BestTotal = BestTotal,
            },
            Yardsticks = Floor is null || SecondSample is null
                ? null
                : new YardsticksDocument(Floor, SecondSample, CoExceedance90 ?? 0, Unseen ?? new Dictionary<string, RangeDocument>(), Baselines ?? []).ToYardsticks(),
            VaryingKeys = [.. VaryingKeys ?? []],
            Rows = [.. Runs.Select(run => run.ToRow())],
            Notes = [.. Notes ?? []],
            Shared = Shared,
            Confirmed = [.. (Confirmed ?? []).Select(confirmed => confirmed.ToConfirmed())],
        };
    }

    /// <summary>
    /// The same without how it was computed: attempts, seconds, trainers and the epochs at which attempts failed are left out, and what the sweep.json says. What is left is a
    /// function of the sweep alone, so that a sweep that was interrupted and one that was not have the same bytes.
    /// </summary>
    public LeaderboardDocument Reproducible()
    {
        return this with
        {
            SubmittedAt = null,
            BestTotal = null,
            VaryingKeys = null,
            Shared = 0,
            Notes = null,
            Runs =
            [
                .. Runs.Select(run => run with
                {
                    Attempts = null,
                    Seed = null,
                    Reused = false,
                    Trainer = null,
                    LastLosses = null,
                    FailsAlike = false,
                    Whole = null,
                    Seconds = null,
                    Epochs = run.State == RunState.Completed ? run.Epochs : 0,
                }),
            ],
        };
    }
}
