using System.Diagnostics;
using GanSweep.Gan.Engines;
using Spectre.Console;

namespace GanSweep.Benchmarks.Trainer;

/// <summary>Milliseconds per step, against the loop that tutorials write.</summary>
internal sealed class TrainerBenchmark : IBenchmark
{
    private const double Target = 0.75;
    private const int Rounds = 15;
    private const int StepsInRound = 300;

    public string Name => "trainer";

    public string Description => $"one update of each network against nn.Sequential + optim.Adam; target: at most {Target} of its time";

    public Task<bool> RunAsync(IAnsiConsole console)
    {
        TorchRuntime.Initialize();
        Table table = new Table().AddColumns("case", "plain loop, ms/step", "GanSweep, ms/step", "ratio");
        bool met = true;
        foreach (Case one in Case.All)
        {
            using TutorialLoop plain = new(one.Configuration);
            using EngineLoop engine = new(one.Configuration, seed: 1);

            // Rounds take turns, so that what else the machine does falls on both; the first is for the compiler.
            (double Plain, double Engine)[] rounds = [.. Enumerable.Range(0, Rounds + 1).Select(_ => (Time(plain.Step), Time(engine.Step))).Skip(1)];
            double ratio = Median.Of(rounds.Select(round => round.Engine / round.Plain));
            table.AddRow(one.Name, $"{Median.Of(rounds.Select(round => round.Plain)):F3}", $"{Median.Of(rounds.Select(round => round.Engine)):F3}", $"{ratio:F2}");
            met &= ratio <= Target;
        }

        console.Write(table);
        return Task.FromResult(met);
    }

    private static double Time(Action step)
    {
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < StepsInRound; i++)
        {
            step();
        }

        return Stopwatch.GetElapsedTime(start).TotalMilliseconds / StepsInRound;
    }
}
