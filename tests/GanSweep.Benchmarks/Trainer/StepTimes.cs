using System.Runtime.InteropServices;
using GanSweep.Networks;
using Spectre.Console;

namespace GanSweep.Benchmarks.Trainer;

/// <summary>Milliseconds a step of both engines, against the loop that tutorials write.</summary>
internal static class StepTimes
{
    private const int Rounds = 15;

    /// <summary>Measures cases and prints a table.</summary>
    /// <returns>Whether each is as many times as fast as the plain loop as is asked.</returns>
    public static bool Write(IAnsiConsole console, IEnumerable<Case> cases)
    {
        TorchRuntime.Initialize();
        Table table = new Table().AddColumns("case", "plain, ms/step", "torch engine", "fused engine", "fused, times as fast as torch", "as plain", "target");
        bool met = true;
        foreach (Case one in cases)
        {
            using ISteps plain = one.StartPlain();
            using ISteps torch = one.Start(EngineKind.Torch, seed: 1);
            using ISteps fused = one.Start(EngineKind.Fused, seed: 1);

            // Rounds take turns, so that what else the machine does falls on all three; the first is for the compiler.
            Round[] rounds = [.. Enumerable.Range(0, Rounds + 1)
                .Select(_ => new Round(one.SecondsOf(plain), one.SecondsOf(torch), one.SecondsOf(fused)))
                .Skip(1)];
            double ratio = Median.Of(rounds.Select(round => round.Plain / round.Fused));
            table.AddRow(
                one.Name,
                $"{1000 * Median.Of(rounds.Select(round => round.Plain)):F3}",
                $"{1000 * Median.Of(rounds.Select(round => round.Torch)):F3}",
                $"{1000 * Median.Of(rounds.Select(round => round.Fused)):F3}",
                $"{Median.Of(rounds.Select(round => round.Torch / round.Fused)):F1}",
                $"{ratio:F1}",
                $"{one.TimesPlain}");
            met &= !(ratio < one.TimesPlain);
        }

        console.Write(table);
        return met;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Round(double Plain, double Torch, double Fused);
}
