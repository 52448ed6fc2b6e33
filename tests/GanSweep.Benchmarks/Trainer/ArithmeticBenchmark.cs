using System.Runtime.InteropServices;
using GanSweep.Networks;
using Spectre.Console;
using TorchSharp;
using static TorchSharp.torch;

namespace GanSweep.Benchmarks.Trainer;

/// <summary>How much of what a core can multiply a training step makes use of, with all in it that is not a matrix product.</summary>
internal sealed class ArithmeticBenchmark : IBenchmark
{
    private const int Rounds = 15;
    private const int WarmUp = 3;

    public string Name => "arithmetic";

    public string Description => "arithmetic rate of a step against the same core's own peak and libtorch's best matrix product: at least the part of the peak that the last column says";

    public Task<bool> RunAsync(IAnsiConsole console)
    {
        TorchRuntime.Initialize();
        Table table = new Table().AddColumns("case", "Mflop a step", "GFLOP/s", "libtorch's best product", "of that", "core's peak", "of that", "target");
        bool met = true;
        foreach (Case one in Case.All)
        {
            if (one.Operations is not { } operations)
            {
                continue;
            }

            using ISteps steps = one.Start(EngineKind.Fused, seed: 1);
            Round[] rounds = [.. Enumerable.Range(0, Rounds + WarmUp)
                .Select(_ => new Round(operations / one.SecondsOf(steps), BestProduct(), CorePeak.Measure()))
                .Skip(WarmUp)];
            double share = Median.Of(rounds.Select(round => round.Step / round.Peak));
            table.AddRow(
                one.Name,
                $"{operations / 1e6:F1}",
                $"{Median.Of(rounds.Select(round => round.Step)) / 1e9:F0}",
                $"{Median.Of(rounds.Select(round => round.Product)) / 1e9:F0}",
                $"{Median.Of(rounds.Select(round => round.Step / round.Product)):P0}",
                $"{Median.Of(rounds.Select(round => round.Peak)) / 1e9:F0}",
                $"{share:P0}",
                $"{one.ShareOfPeak:P0}");
            met &= !(share < one.ShareOfPeak);
        }

        console.Write(table);
        return Task.FromResult(met);
    }

    // The best of several sizes, since small products are all overhead and large ones leave the cache.
    private static double BestProduct()
    {
        return new[] { 128, 256, 512 }.Max(RateOfProduct);
    }

    private static double RateOfProduct(int size)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor left = randn(size, size), right = randn(size, size);
        double operations = 2.0 * size * size * size;
        int repetitions = (int)(1e9 / operations);
        return repetitions * operations / ProcessorTime.Of(() =>
        {
            for (int i = 0; i < repetitions; i++)
            {
                left.mm(right).Dispose();
            }
        });
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Round(double Step, double Product, double Peak);
}
