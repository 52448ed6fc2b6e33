using System.Diagnostics;
using GanSweep.Gan.Engines;
using Spectre.Console;

namespace GanSweep.Benchmarks.Trainer;

/// <summary>What a second slot adds: two trainings side by side against one.</summary>
internal sealed class SlotsBenchmark : IBenchmark
{
    private const double Target = 1.8;
    private const int Rounds = 11;
    private const int StepsInRound = 400;

    public string Name => "slots";

    public string Description => $"steps a second of two threads against one; target: at least {Target} times as many";

    public Task<bool> RunAsync(IAnsiConsole console)
    {
        Table table = new Table().AddColumns("case", "one slot, steps/s", "two slots, steps/s", "ratio");
        bool met = true;
        foreach (Case one in Case.All)
        {
            using EngineLoop first = new(one.Configuration, seed: 1);
            using EngineLoop second = new(one.Configuration, seed: 2);
            (double One, double Two)[] rounds = [.. Enumerable.Range(0, Rounds + 1).Select(_ => (StepsPerSecond(first), StepsPerSecond(first, second))).Skip(1)];
            double ratio = Median.Of(rounds.Select(round => round.Two / round.One));
            table.AddRow(one.Name, $"{Median.Of(rounds.Select(round => round.One)):F0}", $"{Median.Of(rounds.Select(round => round.Two)):F0}", $"{ratio:F2}");
            met &= ratio >= Target;
        }

        console.Write(table);
        return Task.FromResult(met);
    }

    private static double StepsPerSecond(params EngineLoop[] loops)
    {
        Thread[] threads =
        [
            .. loops.Select(loop => new Thread(() =>
            {
                TorchRuntime.Initialize();
                for (int i = 0; i < StepsInRound; i++)
                {
                    loop.Step();
                }
            })),
        ];
        long start = Stopwatch.GetTimestamp();
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        return loops.Length * StepsInRound / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
