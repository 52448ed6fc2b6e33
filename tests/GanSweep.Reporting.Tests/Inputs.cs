using System.Collections.Immutable;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Sweeps;
using GanSweep.Evaluation.DifferentialPrivacy;
using GanSweep.Evaluation.Scoring;
using GanSweep.Evaluation.Standards;
using GanSweep.Reporting.Inputs;
using GanSweep.Settings.Models;
using GanSweep.Sweeps.Wire;
using GanSweep.Tables;

namespace GanSweep.Reporting.Tests;

/// <summary>Made-up sweeps with all that a report shows.</summary>
internal static class Inputs
{
    public static readonly DateTimeOffset Submitted = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);

    /// <summary>A model that no program can train, with four losses of which a chart draws three.</summary>
    public static readonly ModelDescription Model = new("gan", "Made up.")
    {
        IsImplied = true,
        Losses =
        [
            new("bound", "the bound") { Legend = null },
            new("reconstruction", "the reconstruction") { Symbol = null, Legend = "how far rows <are> from themselves" },
            new("divergence", "the divergence"),
            new("penalty", "the penalty") { Symbol = null },
        ],
        LossesTell = "how tight the bound is",
    };

    /// <summary>12 configurations of 3 keys, 2 replicates each; one run is excluded and one has failed.</summary>
    public static ReportInput Losses()
    {
        return Of(Tables.Read("eu-stock-losses.csv"), Tables.Repeated(Tables.Read("losses-normal.synthetic.csv"), 3_910));
    }

    public static ReportInput Of(Table real, Table? synthetic)
    {
        ImmutableArray<LeaderboardRow> rows = Rows(replicates: 2);
        return new ReportInput
        {
            Board = Board(rows),
            Run = new RunDetails(rows[0], LossesOf(1000), History(1000)),
            Provenance = new SweepProvenance
            {
                SweepId = "eu-stock-losses-1f2e3d4c",
                Json = "{\n  \"name\": \"eu-stock-losses\",\n  \"replicates\": 2, // <two> & more\n  \"holdout\": 0.2\n}",
                DatasetHash = new string('a', 64),
                EvaluationRows = 3_910,
                Holdout = 0.2,
                EngineVersion = "0.1.0",
                SubmittedAt = Submitted,
                TrainingSeconds = 4_321,
                Trainers = ["both@worker-1/17", "trainer@worker-2/23"],
            },
            Models = new ModelCatalog(Model),
            Real = real,
            Synthetic = synthetic,
            FreshScores = [ScoresOf(0.52), ScoresOf(0.49), ScoresOf(0.55)],
            MadeAt = Submitted.AddHours(2),
            Version = "0.1.0",
        };
    }

    public static Leaderboard Board(ImmutableArray<LeaderboardRow> rows)
    {
        return new Leaderboard
        {
            Summary = new SweepSummary
            {
                SweepId = "eu-stock-losses-1f2e3d4c",
                State = SweepState.Completed,
                Counts = new SweepCounts(rows.Length, rows.Length - 1, 1, 0, 0, 0),
                SubmittedAt = Submitted,
                BestTotal = rows[0].Scores?.ToScores().Total,
            },
            Yardsticks = Yardsticks().ToWire(),
            VaryingKeys = ["loss", "generatorLayers", "discriminatorLearningRate", "seed"],
            Rows = rows,
            Notes = [],
        };
    }

    public static ImmutableArray<LeaderboardRow> Rows(int replicates)
    {
        List<LeaderboardRow> rows = [];
        RunConfiguration[] configurations =
        [
            .. from loss in new[] { "minimax", "nonSaturating", "wassersteinGp" }
               from layers in new[] { "[64,64]", "[128,128]" }
               from rate in new[] { "0.0002", "0.001" }
               select new RunConfiguration(
                   "gan",
                   $$"""{"loss":"{{loss}}","generatorLayers":{{layers}},"discriminatorLearningRate":{{rate}},"epochs":1000,"minimumCount":5,"exactValues":false}"""),
        ];
        for (int i = 0; i < configurations.Length * replicates; i++)
        {
            RunConfiguration configuration = configurations[i / replicates];
            double total = 0.45 + (0.35 * ((i / replicates * 5) % 12)) + (0.11 * (i % replicates)) + (configuration.Json.Contains("minimax", StringComparison.Ordinal) ? 2 : 0);
            rows.Add(new LeaderboardRow
            {
                Run = i + 1,
                Key = new string((char)('a' + (i % 6)), 64),
                State = RunState.Completed,
                Attempts = 1,
                Epochs = 1000,
                BestEpoch = 10 * (40 + i),
                Seconds = 31.4 + i,
                Configuration = configuration,
                Seed = 7 + (i % replicates),
                Scores = ScoresOf(total).ToWire(),
                GeneratorKept = i < 5,
                Trainer = "10.0.0.1:11111@1",
            });
        }

        LeaderboardRow excluded = rows[^2] with { Excluded = "outOfRange is 0.0712; the sweep's limits allow at most 0.05" };
        LeaderboardRow failed = rows[^1] with { State = RunState.Failed, Scores = null, BestEpoch = null, Error = "The generator's loss is not a number in epoch 12." };
        LeaderboardRow[] ranked = [.. rows.SkipLast(2).OrderBy(row => row.Scores!.ToScores().Total).Select((row, index) => row with { Rank = index + 1 })];
        return [.. ranked, excluded, failed];
    }

    public static Scores ScoresOf(double total)
    {
        return new Scores
        {
            [Score.MeanGap] = 0.041 * total,
            [Score.StdGap] = 0.073 * total,
            [Score.CorrelationDistance] = 0.045 * total,
            [Score.JsEstimate] = 0.009 * total,
            [Score.JsAdversarial] = 0.1 * total,
            [Score.Total] = total,
            [Score.RankCorrelationDistance] = 0.04 * total,
            [Score.Wasserstein1] = 0.06 * total,
            [Score.KsComplement] = 1 - (0.03 * total),
            [Score.CorrelationSimilarity] = 1 - (0.02 * total),
            [Score.Quality] = 1 - (0.025 * total),
            [Score.Q01Gap] = 0.02 * total,
            [Score.Q99Gap] = 0.3 * total,
            [Score.CoExceedance90] = 0.04,
            [Score.CoExceedanceGap] = 0.005 * total,
            [Score.OutOfRange] = 0.004 * total,
            [Score.JointDistance] = 0.004 * total,
            [Score.CloserToTraining] = 0.52,
            [Score.DistanceToTraining] = 0.41,
            [Score.DistanceToHoldout] = 0.43,
            [Score.NeighbourRatio] = 0.71,
            [Score.ExactCopies] = 0,
            [Score.NearCopies] = 0.012,
        };
    }

    public static Yardsticks Yardsticks()
    {
        return new Yardsticks(ScoresOf(0.25), ScoresOf(1))
        {
            CoExceedance90 = 0.043,
            Unseen =
            [
                new ScoreRange(Score.JointDistance, 0.003, 0.001, 0.006),
                new ScoreRange(Score.CloserToTraining, 0.5, 0.45, 0.55),
                new ScoreRange(Score.DistanceToTraining, 0.4, 0.36, 0.45),
                new ScoreRange(Score.DistanceToHoldout, 0.4, 0.36, 0.45),
                new ScoreRange(Score.NeighbourRatio, 0.72, 0.68, 0.76),
                new ScoreRange(Score.ExactCopies, 0, 0, 0),
                new ScoreRange(Score.NearCopies, 0.008, 0, 0.01),
            ],
            Baselines = [new Baseline("columnBootstrap", ScoresOf(9)), new Baseline("gaussianCopula", ScoresOf(0.9)), new Baseline("smote", ScoresOf(0.8)), new Baseline("dpCopula", ScoresOf(3)) { Guarantee = new PrivacyGuarantee(3, 1e-5) }],
        };
    }

    public static LossHistory LossesOf(int epochs)
    {
        ImmutableArray<float> Line(double level, double wave)
        {
            return [.. Enumerable.Range(0, epochs).Select(i => (float)(level + (Math.Exp(-i / 80.0) * wave) + (0.03 * Math.Sin(i * 1.7))))];
        }

        return new LossHistory(
            1,
            [
                new LossValues("bound", Line(0.66, 0.2)), new LossValues("reconstruction", Line(0.69, 0.3)),
                new LossValues("divergence", Line(0.64, -0.2)), new LossValues("penalty", Line(0.75, 0.5)),
            ]);
    }

    public static ImmutableArray<ScorePoint> History(int epochs)
    {
        return [.. Enumerable.Range(1, epochs / 10).Select(i => new ScorePoint(i * 10, ScoresOf(0.45 + (Math.Abs(i - 40) * 0.02) + (i < 5 ? 20.0 / i : 0)).ToWire()))];
    }
}
