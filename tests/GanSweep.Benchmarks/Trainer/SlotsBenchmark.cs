using System.Diagnostics;
using System.Runtime.InteropServices;
using GanSweep.Networks;
using Spectre.Console;

namespace GanSweep.Benchmarks.Trainer;

/// <summary>What a second slot adds: two trainings side by side against one.</summary>
internal sealed class SlotsBenchmark : IBenchmark
{
    private const double Target = 1.95;
    private const int Rounds = 7;
    private const int RoundsOfSteps = 10;

    public string Name => "slots";

    public string Description => $"steps a second of two threads against one; target: at least {Target} times as many";

    public Task<bool> RunAsync(IAnsiConsole console)
    {
        TorchRuntime.Initialize();
        Table table = new Table().AddColumns("case", "one slot, steps/s", "cores used", "two slots, steps/s", "cores used", "ratio", "of a core's time");
        bool met = true;
        foreach (Case one in Case.All)
        {
            (Speed One, Speed Two)[] rounds = [.. Enumerable.Range(0, Rounds).Select(_ => (Measure(one, slots: 1), Measure(one, slots: 2)))];
            double ofCores = Median.Of(rounds.Select(round => 2 * round.Two.StepsPerCoreSecond / round.One.StepsPerCoreSecond));
            double ratio = Median.Of(rounds.Select(round => round.Two.StepsPerSecond / round.One.StepsPerSecond));
            table.AddRow(
                one.Name,
                $"{Median.Of(rounds.Select(round => round.One.StepsPerSecond)):F0}",
                $"{Median.Of(rounds.Select(round => round.One.Cores)):F2}",
                $"{Median.Of(rounds.Select(round => round.Two.StepsPerSecond)):F0}",
                $"{Median.Of(rounds.Select(round => round.Two.Cores)):F2}",
                $"{ratio:F2}",
                $"{ofCores:F2}");
            met &= ratio >= Target;
        }

        console.Write(table);
        return Task.FromResult(met);
    }

    // Like the slots of a trainer: every training has a thread of its own, from its first tensor on.
    private static Speed Measure(Case one, int slots)
    {
        using Barrier ready = new(slots + 1);
        Thread[] threads = [.. Enumerable.Range(0, slots).Select(slot => new Thread(() => Train(one, slot, ready)))];
        Array.ForEach(threads, thread => thread.Start());
        ready.SignalAndWait();
        TimeSpan processor = Environment.CpuUsage.TotalTime;
        long start = Stopwatch.GetTimestamp();
        Array.ForEach(threads, thread => thread.Join());
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        return new Speed(slots * RoundsOfSteps * one.StepsInRound / seconds, (Environment.CpuUsage.TotalTime - processor).TotalSeconds / seconds);
    }

    private static void Train(Case one, int slot, Barrier ready)
    {
        using ISteps loop = one.Start(EngineKind.Fused, seed: slot);
        for (int i = 0; i < one.StepsInRound; i++)
        {
            loop.Step();
        }

        ready.SignalAndWait();
        for (int i = 0; i < RoundsOfSteps * one.StepsInRound; i++)
        {
            loop.Step();
        }
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Speed(double StepsPerSecond, double Cores)
    {
        // What the second slot costs the first, whoever else uses the cores.
        public double StepsPerCoreSecond => StepsPerSecond / Cores;
    }
}
