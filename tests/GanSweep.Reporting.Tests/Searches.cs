using System.Collections.Immutable;
using System.Globalization;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Sweeps;
using GanSweep.Reporting.Inputs;
using GanSweep.Settings.Models;
using GanSweep.Sweeps.Wire;

namespace GanSweep.Reporting.Tests;

/// <summary>Made-up searches with all that a report shows of one.</summary>
internal static class Searches
{
    private const string Space = """
        {
          "name": "eu-stock-losses", "dataset": "eu-stock-losses.csv",
          "space": { "batchSize": { "min": 8, "max": 512, "scale": "log" }, "evaluationInterval": { "min": 1, "max": 40 }, "clip": [true, false] },
          "strategy": { "kind": "tpe", "configurations": 36, "cohort": 6 }, "racing": { "seeds": [1, 3], "keep": 0.34 }, "confirm": { "top": 2, "seeds": 3 }, "holdout": 0.2
        }
        """;

    /// <summary>36 configurations in 6 cohorts, of which 12 ran under three seeds and the best two under three fresh ones; one diverged.</summary>
    public static ReportInput Raced()
    {
        List<LeaderboardRow> rows = [.. Enumerable.Range(1, 36).Select(configuration => Row(configuration, configuration, 1 + ((configuration - 1) / 6), rung: 1, OriginOf(configuration)))];
        int[] best = [.. rows.OrderBy(row => row.Scores!.ToScores().Total).Take(12).Select(row => row.Search!.Configuration)];
        foreach ((int index, int configuration) in best.Index())
        {
            rows.Add(Row(rows.Count + 1, configuration, 7, rung: 2, "promoted") with { Seed = 8 });
            rows.Add(Row(rows.Count + 1, configuration, 7, rung: 2, "promoted") with { Seed = 9 });
        }

        rows.AddRange(best.Take(2).SelectMany((configuration, index) => Enumerable.Range(0, 3).Select(seed =>
            Row(61 + (3 * index) + seed, configuration, 9, rung: null, "confirmed") with { Seed = 10 + seed })));
        int worst = rows.Index().MaxBy(row => row.Item.Scores!.ToScores().Total).Index;
        LeaderboardRow diverged = rows[worst] with { State = RunState.Failed, Scores = null, BestEpoch = null, FailsAlike = true, Error = "Diverged in epoch 12." };
        rows.RemoveAt(worst);
        ImmutableArray<LeaderboardRow> ranked = [.. rows.OrderBy(row => row.Scores!.ToScores().Total).Select((row, index) => row with { Rank = index + 1 }), diverged];
        ReportInput input = Inputs.Losses();
        return input with
        {
            Board = Inputs.Board(ranked) with
            {
                VaryingKeys = ["batchSize", "evaluationInterval", "clip", "seed"],
                Confirmed =
                [
                    new ConfirmedConfiguration(best[1], rows[best[1] - 1].Configuration, 0.47, [64, 65, 66], 0.51, 0.49, 0.56, Lost: 0, Place: 2),
                    new ConfirmedConfiguration(best[0], rows[best[0] - 1].Configuration, 0.45, [61, 62, 63], 0.53, 0.48, 0.61, Lost: 0, Place: 1),
                ],
            },
            Run = input.Run with { Row = ranked[0] },
            Provenance = input.Provenance with { Json = Space },
            Models = new ModelCatalog(
                new ModelDescription("gan", "Made up.", LoopKeys.BatchSize, LoopKeys.Epochs, LoopKeys.EvaluationInterval, LoopKeys.Patience, LoopKeys.Clip, LoopKeys.Steps) { IsImplied = true, Losses = Inputs.Model.Losses }),
        };
    }

    private static string OriginOf(int configuration)
    {
        return configuration == 1 ? "enqueued" : configuration <= 12 ? "startUp" : "model";
    }

    // The nearer to a batch of 64 the better, the more so the more the model knows; nothing else matters but luck.
    private static LeaderboardRow Row(int run, int configuration, int cohort, int? rung, string origin)
    {
        double spread = configuration <= 12 ? 1 : 12.0 / configuration;
        int batch = (int)Math.Round(64 * Math.Pow(8, spread * (((configuration * 5 % 12) / 5.5) - 1)));
        double total = 0.44 + Math.Abs(Math.Log2(batch / 64.0) / 3) + (0.02 * (run * 7 % 5));
        string proposed = OriginOf(configuration);
        return Inputs.Rows(replicates: 1)[0] with
        {
            Rank = null,
            Run = run,
            Key = run.ToString("x64", CultureInfo.InvariantCulture),
            Seconds = 30 + (run % 7),
            Seed = 7,
            Configuration = new RunConfiguration(
                "gan",
                $$"""{"batchSize":{{Math.Clamp(batch, 8, 512)}},"epochs":1000,"evaluationInterval":{{1 + (configuration * 11 % 40)}},"patience":0,"clip":{{(configuration % 2 == 0 ? "true" : "false")}}}"""),
            Scores = Inputs.ScoresOf(total).ToWire(),
            Search = new SearchPlace(configuration, cohort, rung, origin, proposed),
        };
    }
}
