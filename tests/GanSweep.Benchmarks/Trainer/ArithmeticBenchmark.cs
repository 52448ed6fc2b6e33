using GanSweep.Gan.Configurations;
using GanSweep.Gan.Engines;
using GanSweep.Networks;
using Spectre.Console;
using TorchSharp;
using static TorchSharp.torch;

namespace GanSweep.Benchmarks.Trainer;

/// <summary>How much of what a core can multiply a training step makes use of, with all in it that is not a matrix product.</summary>
internal sealed class ArithmeticBenchmark : IBenchmark
{
    private const double Target = 0.7;
    private const int Rounds = 15;

    public string Name => "arithmetic";

    public string Description => $"arithmetic rate of a step against libtorch's best matrix product on the same core; target: at least {Target:P0} at 128-128, batch 64";

    public Task<bool> RunAsync(IAnsiConsole console)
    {
        TorchRuntime.Initialize();
        Table table = new Table().AddColumns("case", "Mflop a step", "GFLOP/s", "best product, GFLOP/s", "share");
        bool met = true;
        foreach (Case one in Case.All.Where(one => one.Configuration.Loss != GanLoss.WassersteinGp))
        {
            using EngineLoop engine = new(one.Configuration, seed: 1);
            double operations = OperationsOf(one.Configuration);
            (double Step, double Product)[] rounds = [.. Enumerable.Range(0, Rounds + 1)
                .Select(_ => (operations / one.SecondsOf(engine.Step), BestProduct()))
                .Skip(1)];
            double share = Median.Of(rounds.Select(round => round.Step / round.Product));
            table.AddRow(
                one.Name,
                $"{operations / 1e6:F1}",
                $"{Median.Of(rounds.Select(round => round.Step)) / 1e9:F0}",
                $"{Median.Of(rounds.Select(round => round.Product)) / 1e9:F0}",
                $"{share:P0}");
            met &= one.Configuration.BatchSize != 64 || share >= Target;
        }

        console.Write(table);
        return Task.FromResult(met);
    }

    // A multiplication and an addition for each weight, each row and each of a layer's products: that of the pass forward, the weights'
    // gradient, and the derivative by the layer's input.
    private static double OperationsOf(GanConfiguration configuration)
    {
        MlpShape generator = configuration.GeneratorShape(Case.Columns);
        MlpShape discriminator = configuration.DiscriminatorShape(Case.Columns);
        double g = Weights(generator.Layers), gHidden = Weights(generator.Layers.Skip(1));
        double d = Weights(discriminator.Layers), dHidden = Weights(discriminator.Layers.Skip(1));
        double discriminatorStep = g + (2 * (d + d + dHidden));
        double generatorStep = g + d + d + g + gHidden;
        return 2.0 * configuration.BatchSize * (discriminatorStep + generatorStep);
    }

    private static double Weights(IEnumerable<LayerShape> layers)
    {
        return layers.Sum(layer => (double)layer.Inputs * layer.Outputs);
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
        int repetitions = (int)(2e9 / operations);
        long start = TimeProvider.System.GetTimestamp();
        for (int i = 0; i < repetitions; i++)
        {
            left.mm(right).Dispose();
        }

        return repetitions * operations / TimeProvider.System.GetElapsedTime(start).TotalSeconds;
    }
}
