using GanSweep.Flow.Configurations;
using GanSweep.Flow.Families;
using GanSweep.Numerics.Randomness;
using GanSweep.Settings.Models;
using GanSweep.Training.Families;
using Spectre.Console;

namespace GanSweep.Benchmarks.Trainer;

/// <summary>The families after the GAN: their steps against the loops that tutorials write, and a flow's rows against the plain way to them.</summary>
internal sealed class FamiliesBenchmark : IBenchmark
{
    private const double TimesPlainSampling = 4;
    private const int SampledRows = 100_000;
    private const int Rounds = 7;

    public string Name => "families";

    public string Description => "steps of other families than the GAN, and a flow's sampling, against plain TorchSharp on one core: at least as many times as fast as the last column says";

    public Task<bool> RunAsync(IAnsiConsole console)
    {
        bool met = StepTimes.Write(console, Case.All.Except(GanCase.All));
        return Task.FromResult(met & WriteSampling(console));
    }

    private static bool WriteSampling(IAnsiConsole console)
    {
        FlowFamily family = new();
        Configuration configuration = FamilySteps.ConfigurationOf(family.Model, [64, 64, 64], batch: 64);
        using IModelRun untrained = family.Start(new RunStart(configuration, Seed: 1, Case.Table, FamilySteps.Features));
        using IRowGenerator fused = family.Open(configuration, untrained.Weights, FamilySteps.Features);
        using PlainFlow plain = new(FlowConfiguration.Of(configuration), batch: 1);
        float[] rows = new float[SampledRows * Case.Columns];
        (double Plain, double Fused)[] rounds = [.. Enumerable.Range(0, Rounds + 1)
            .Select(round => (
                ProcessorTime.OfAllThreads(() => plain.Sample(SampledRows)),
                ProcessorTime.OfAllThreads(() => fused.Generate(new CounterRandom(1, RandomPurpose.Sampling, round), rows))))
            .Skip(1)];
        double ratio = Median.Of(rounds.Select(round => round.Plain / round.Fused));
        console.Write(new Table().AddColumns("rows", "plain, s", "fused, s", "times as fast", "target").AddRow(
            $"{SampledRows} x {Case.Columns} by a flow 64-64-64, {configuration.Get(FlowKeys.SolverSteps)} steps",
            $"{Median.Of(rounds.Select(round => round.Plain)):F3}",
            $"{Median.Of(rounds.Select(round => round.Fused)):F3}",
            $"{ratio:F1}",
            $"{TimesPlainSampling}"));
        return ratio >= TimesPlainSampling;
    }
}
