using System.Collections.Immutable;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Sweeps;
using GanSweep.Evaluation.DifferentialPrivacy;
using GanSweep.Evaluation.Scoring;
using GanSweep.Evaluation.Standards;
using GanSweep.Gan.Configurations;
using GanSweep.Sweeps.Wire;

namespace GanSweep.Client.Tests.Fakes;

/// <summary>Leaderboards to show.</summary>
internal static class Boards
{
    public const string SweepId = "eu-stock-losses-1f2e3d4c";

    public static readonly DateTimeOffset SubmittedAt = new(2026, 7, 28, 9, 30, 0, TimeSpan.Zero);

    public static readonly LossHistory Losses = new(
        1,
        [
            new LossValues("discriminator", [1f, 0.5f, float.NaN]), new LossValues("discriminatorReal", [0.5f, 0.25f, 1f]),
            new LossValues("discriminatorFake", [0.5f, 0.25f, 1f]), new LossValues("generator", [2f, 1f, 0.5f]),
        ]);

    public static readonly ImmutableArray<ScorePoint> History = [new ScorePoint(2, Scores(0.02, 0.4).ToWire())];

    public static readonly Yardsticks Yardsticks = new(
        new Scores { [Score.MeanGap] = 0.012, [Score.StdGap] = 0.022, [Score.CorrelationDistance] = 0.014, [Score.JsEstimate] = 0.001, [Score.Total] = 0.25 },
        new Scores { [Score.MeanGap] = 0.041, [Score.StdGap] = 0.073, [Score.CorrelationDistance] = 0.045, [Score.JsEstimate] = 0.009, [Score.Total] = 1 });

    /// <summary>Three runs: two ranked, one failed. Four keys vary.</summary>
    public static Leaderboard Mixed { get; } = new()
    {
        Summary = Summary(SweepId, SweepState.Completed, new SweepCounts(3, 2, 1, 0, 0, 1), 0.4213),
        Yardsticks = Yardsticks.ToWire(),
        VaryingKeys = ["loss", "transform", "generatorLayers", "generatorLearningRate"],
        Rows =
        [
            Row(7, 1) with { Scores = Scores(0.0101, 0.4213).With(Score.JsAdversarial, 0.1).ToWire(), GeneratorKept = true },
            Row(2, 2) with
            {
                Scores = Scores(0.1234, 12.5).ToWire(),
                Configuration = Configuration("""{ "loss": "wassersteinGp", "generatorLayers": [128, 128, 64], "generatorLearningRate": 0.001 }"""),
                Reused = true,
            },
            Row(3, null) with { State = RunState.Failed, Epochs = 4, BestEpoch = null, Seconds = null, Attempts = 3, Error = "Diverged in epoch 4: the discriminator's loss is NaN." },
        ],
        Notes = ["jsEstimate is left out."],
    };

    /// <summary>A sweep with held-out rows: one run ranked, one excluded by the limits, baselines below.</summary>
    public static Leaderboard Evident { get; } = Mixed with
    {
        Yardsticks = (Yardsticks with
        {
            CoExceedance90 = 0.028,
            Unseen = [new ScoreRange(Score.CloserToTraining, 0.49, 0.43, 0.55), new ScoreRange(Score.JointDistance, 0.156, 0.115, 0.225)],
            Baselines =
            [
                new Baseline("gaussianCopula", Scores(0.02, 1.37).With(Score.CloserToTraining, 0.51).With(Score.JointDistance, 0.071)),
                new Baseline("dpCopula", Scores(0.06, 3.2).With(Score.CloserToTraining, 0.5).With(Score.JointDistance, 0.112)) { Guarantee = new PrivacyGuarantee(3, 1e-5) },
            ],
        }).ToWire(),
        Rows =
        [
            Mixed.Rows[0] with { Scores = Mixed.Rows[0].Scores!.ToScores().With(Score.CloserToTraining, 0.52).With(Score.JointDistance, 0.08).ToWire() },
            Mixed.Rows[1] with
            {
                Rank = null,
                Scores = Mixed.Rows[1].Scores!.ToScores().With(Score.CloserToTraining, 0.61).ToWire(),
                Excluded = "closerToTraining is 0.61; the sweep's limits allow at most 0.57",
            },
        ],
        Notes = [],
    };

    /// <summary>A search that raced: configuration 2 was confirmed and 1 too, 3 stayed on the first rung, 4 diverged.</summary>
    public static Leaderboard Search => Mixed with
    {
        Summary = Summary(SweepId, SweepState.Completed, new SweepCounts(9, 8, 1, 0, 0, 0), 0.31),
        VaryingKeys = ["generatorLearningRate", "seed"],
        Rows =
        [
            Searched(1, 2, total: 0.31, seed: 1, new SearchPlace(2, 1, 1, "startUp", "startUp")),
            Searched(2, 3, total: 0.35, seed: 1, new SearchPlace(3, 2, 1, "model", "model")),
            Searched(3, 5, total: 0.36, seed: 2, new SearchPlace(1, 3, 2, "promoted", "enqueued")),
            Searched(4, 1, total: 0.38, seed: 1, new SearchPlace(1, 1, 1, "enqueued", "enqueued")),
            Searched(5, 8, total: 0.4, seed: 3, new SearchPlace(1, 5, null, "confirmed", "enqueued")),
            Searched(6, 6, total: 0.41, seed: 2, new SearchPlace(2, 3, 2, "promoted", "startUp")),
            Searched(7, 7, total: 0.5, seed: 3, new SearchPlace(2, 5, null, "confirmed", "startUp")),
            Searched(8, 9, total: 0.6, seed: 4, new SearchPlace(2, 5, null, "confirmed", "startUp")),
            Searched(null, 4, total: 0, seed: 1, new SearchPlace(4, 2, 1, "model", "model")) with
            {
                State = RunState.Failed, Scores = null, BestEpoch = null, Error = "Diverged in epoch 4: the discriminator's loss is NaN.", FailsAlike = true,
            },
        ],
        Notes = [],
        Confirmed =
        [
            new ConfirmedConfiguration(1, RateOf(1), 0.37, [8], 0.4, 0.4, 0.4, Lost: 1, Place: 2),
            new ConfirmedConfiguration(2, RateOf(2), 0.36, [7, 9], 0.55, 0.505, 0.595, Lost: 0, Place: 1),
        ],
    };

    private static LeaderboardRow Searched(int? rank, int run, double total, long seed, SearchPlace place)
    {
        return Row(run, rank) with { Seed = seed, Scores = Scores(total / 10, total).ToWire(), Search = place, Configuration = RateOf(place.Configuration) };
    }

    private static RunConfiguration RateOf(int configuration)
    {
        return Configuration(FormattableString.Invariant($$"""{ "generatorLearningRate": 0.00{{configuration}} }"""));
    }

    public static SweepProvenance Provenance(string sweepId, string datasetHash)
    {
        return new SweepProvenance
        {
            SweepId = sweepId,
            Json = "{ \"name\": \"<eu>\" }",
            DatasetHash = datasetHash,
            EvaluationRows = 100,
            Holdout = 0.25,
            EngineVersion = "engine-4",
            SubmittedAt = SubmittedAt,
            TrainingSeconds = 12,
            Trainers = ["trainer@machine/1"],
        };
    }

    public static Leaderboard Empty(string sweepId)
    {
        return new Leaderboard
        {
            Summary = Summary(sweepId, SweepState.Running, new SweepCounts(2, 0, 0, 0, 2, 0), null),
            VaryingKeys = [],
            Rows = [],
            Notes = [],
        };
    }

    public static SweepSummary Summary(string sweepId, SweepState state, SweepCounts counts, double? bestTotal)
    {
        return new SweepSummary { SweepId = sweepId, State = state, Counts = counts, SubmittedAt = SubmittedAt, BestTotal = bestTotal };
    }

    public static LeaderboardRow Row(int run, int? rank)
    {
        return new LeaderboardRow
        {
            Run = run,
            Rank = rank,
            Key = new string('a', 63) + run,
            State = RunState.Completed,
            Attempts = 1,
            Epochs = 300,
            BestEpoch = 280,
            Seconds = 9.75,
            Configuration = Configuration(),
            Seed = 7,
        };
    }

    /// <summary>The configuration of a GAN: values as in "config", defaults for the others.</summary>
    public static RunConfiguration Configuration(string config = "{}")
    {
        return new RunConfiguration(GanKeys.Model.Name, GanKeys.Model.Parse(config).Json);
    }

    public static Scores Scores(double meanGap, double total)
    {
        return new Scores { [Score.MeanGap] = meanGap, [Score.StdGap] = 0.02345678, [Score.CorrelationDistance] = 0.01, [Score.JsEstimate] = 0.00456789, [Score.Total] = total };
    }

    /// <summary>A sweep under way: one run done, two in training.</summary>
    public static SweepProgress Underway(int completed = 1, SweepState state = SweepState.Running)
    {
        return new SweepProgress
        {
            Summary = Summary(SweepId, state, new SweepCounts(12, completed, 0, 2, 12 - completed - 2, 0), 0.4213),
            EpochsPerSecond = 41.23,
            TimeLeft = TimeSpan.FromSeconds(125),
            Done = 0.25,
            Running =
            [
                Row(8, null) with { State = RunState.Running, Epochs = 12, LastLosses = Losses },
                Row(10, null) with { State = RunState.Running, Epochs = 120, Configuration = Configuration("""{ "loss": "minimax" }"""), Scores = Scores(0.1, 0.9).ToWire() },
            ],
            Best = Mixed.Rows[0],
        };
    }
}
