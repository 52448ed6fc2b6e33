using GanSweep.Flow.Configurations;
using GanSweep.Flow.Families;
using GanSweep.Networks;
using GanSweep.Settings.Models;

namespace GanSweep.Benchmarks.Trainer;

/// <summary>A step of a flow.</summary>
internal sealed record FlowCase(string Name, int StepsInRound, int Batch, Configuration Configuration) : Case(Name, StepsInRound)
{
    public static new FlowCase[] All { get; } =
    [
        Of([64, 64], batch: 64, timesPlain: 8, shareOfPeak: null, stepsInRound: 300),
        Of([128, 128, 128], batch: 256, timesPlain: 3, shareOfPeak: 0.65, stepsInRound: 50),
        Of([256, 256, 256], batch: 256, timesPlain: null, shareOfPeak: 0.75, stepsInRound: 20),
    ];

    // Of each layer the pass forward, the weights' gradient, and the derivative by the layer's input.
    public override double? Operations
    {
        get
        {
            MlpShape network = FlowConfiguration.Of(Configuration).Shape(Columns);
            return 2.0 * Batch * ((2 * Weights(network.Layers)) + Weights(network.Layers.Skip(1)));
        }
    }

    public override ISteps Start(EngineKind engine, long seed)
    {
        return new FamilySteps(new FlowFamily(), Configuration, engine, seed);
    }

    public override ISteps StartPlain()
    {
        return new PlainFlow(FlowConfiguration.Of(Configuration), Batch);
    }

    private static FlowCase Of(int[] layers, int batch, double? timesPlain, double? shareOfPeak, int stepsInRound)
    {
        Configuration configuration = FamilySteps.ConfigurationOf(FlowKeys.Model, [.. layers], batch);
        return new FlowCase($"flow {string.Join('-', layers)}, batch {batch}", stepsInRound, batch, configuration)
        {
            TimesPlain = timesPlain,
            ShareOfPeak = shareOfPeak,
        };
    }
}
