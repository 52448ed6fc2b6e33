using System.Runtime.InteropServices;
using GanSweep.Gan.Configurations;
using GanSweep.Gan.Engines;
using GanSweep.Networks;
using Spectre.Console;

namespace GanSweep.Benchmarks.Trainer;

/// <summary>Milliseconds per step of both engines, against the loop that tutorials write.</summary>
internal sealed class TrainerBenchmark : IBenchmark
{
    private const int Rounds = 15;

    public string Name => "trainer";

    public string Description => "steps of GanSweep's engines against nn.Sequential + optim.Adam: at least as many times as fast as the last column says";

    public Task<bool> RunAsync(IAnsiConsole console)
    {
        TorchRuntime.Initialize();
        Table table = new Table().AddColumns("case", "plain, ms/step", "torch engine", "fused engine", "fused, times as fast as torch", "as plain", "target");
        bool met = true;
        foreach (Case one in Case.All)
        {
            using TutorialLoop plain = new(one.Configuration);
            using EngineLoop torch = new(one.Configuration with { Engine = EngineKind.Torch }, seed: 1);
            using EngineLoop fused = new(one.Configuration, seed: 1);

            // Rounds take turns, so that what else the machine does falls on all three; the first is for the compiler.
            Round[] rounds = [.. Enumerable.Range(0, Rounds + 1)
                .Select(_ => new Round(one.SecondsOf(plain.Step), one.SecondsOf(torch.Step), one.SecondsOf(fused.Step)))
                .Skip(1)];
            double ratio = Median.Of(rounds.Select(round => round.Plain / round.Fused));
            table.AddRow(
                one.Name,
                $"{1000 * Median.Of(rounds.Select(round => round.Plain)):F3}",
                $"{1000 * Median.Of(rounds.Select(round => round.Torch)):F3}",
                $"{1000 * Median.Of(rounds.Select(round => round.Fused)):F3}",
                $"{Median.Of(rounds.Select(round => round.Torch / round.Fused)):F1}",
                $"{ratio:F1}",
                $"{one.Target}");
            met &= ratio >= one.Target;
        }

        console.Write(table);
        return Task.FromResult(met);
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Round(double Plain, double Torch, double Fused);
}
