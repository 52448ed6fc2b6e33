using System.Diagnostics;
using GanSweep.Benchmarks.Programs;
using GanSweep.Evaluation.Holdout;
using GanSweep.Evaluation.Scoring;
using GanSweep.Numerics.Randomness;
using GanSweep.Tables;
using GanSweep.Tables.Formats;
using Spectre.Console;
using Table = GanSweep.Tables.Table;

namespace GanSweep.Benchmarks.Scoring;

/// <summary>What scoring costs a training: an epoch's four scores, and all of them at the end.</summary>
internal sealed class ScoresBenchmark : IBenchmark
{
    private const double MostMilliseconds = 20;
    private const double MostMillisecondsOfModels = 500;
    private const int Rounds = 50;
    private const string OfModels = "detectability, once at the end of a run";

    public string Name => "scores";

    public string Description => $"3,910 × 4 synthetic rows against 391; target: at most {MostMilliseconds} ms a call";

    public async Task<bool> RunAsync(IAnsiConsole console)
    {
        Table real = TableReader.Parse(await File.ReadAllBytesAsync(Checkout.Table), Checkout.Table);
        int[] rows = new int[10 * real.RowCount];
        new CounterRandom(1, RandomPurpose.Bootstrap, 0).FillBelow(rows, real.RowCount);
        Table synthetic = real.Take(rows);
        TableScorer scorer = new(real, HoldoutSplit.Of(real, 0.2));

        Spectre.Console.Table table = new Spectre.Console.Table().AddColumns("scores", "ms", "at most");
        bool met = true;
        foreach ((string what, Func<Scores> score) in (ReadOnlySpan<(string, Func<Scores>)>)
            [
                ("of an epoch: the four that choose it", () => scorer.Score(synthetic, Score.Defaults)),
                ("of fidelity", () => scorer.Score(synthetic, [.. Score.All.Where(score => score.Aim != ScoreAim.LikeUnseen)])),
                ("all, with privacy: sixteen times at the end of a run", () => scorer.Score(synthetic, Score.OfEverySample)),
                (OfModels, () => scorer.Score(synthetic, [Score.Detectability])),
            ])
        {
            double most = what == OfModels ? MostMillisecondsOfModels : MostMilliseconds;
            double milliseconds = Median.Of(Enumerable.Range(0, Rounds).Select(_ => Milliseconds(score)));
            table.AddRow(what, $"{milliseconds:F2}", $"{most:F0}");
            met &= milliseconds <= most;
        }

        console.Write(table);
        return met;
    }

    private static double Milliseconds(Func<Scores> score)
    {
        long start = Stopwatch.GetTimestamp();
        score();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
