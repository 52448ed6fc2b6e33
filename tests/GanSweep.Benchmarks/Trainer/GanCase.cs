using GanSweep.Gan.Configurations;
using GanSweep.Networks;

namespace GanSweep.Benchmarks.Trainer;

/// <summary>A step of a GAN.</summary>
internal sealed record GanCase(string Name, int StepsInRound, GanConfiguration Configuration) : Case(Name, StepsInRound)
{
    public static new GanCase[] All { get; } =
    [
        Of(GanLoss.NonSaturating, width: 64, batch: 32, discriminatorSteps: 1, timesPlain: 12, shareOfPeak: 0.5, stepsInRound: 300),
        Of(GanLoss.NonSaturating, width: 128, batch: 64, discriminatorSteps: 1, timesPlain: 3.5, shareOfPeak: 0.65, stepsInRound: 200),
        Of(GanLoss.NonSaturating, width: 256, batch: 128, discriminatorSteps: 1, timesPlain: 1.6, shareOfPeak: 0.75, stepsInRound: 50),
        Of(GanLoss.WassersteinGp, width: 64, batch: 32, discriminatorSteps: 5, timesPlain: 10, shareOfPeak: null, stepsInRound: 50),
    ];

    // A penalty's passes are no such products alone.
    public override double? Operations => Configuration.Loss == GanLoss.WassersteinGp ? null : OperationsOf(Configuration);

    public override ISteps Start(EngineKind engine, long seed)
    {
        return new GanSteps(Configuration with { Engine = engine }, seed);
    }

    public override ISteps StartPlain()
    {
        return new PlainGan(Configuration);
    }

    private static GanCase Of(GanLoss loss, int width, int batch, int discriminatorSteps, double timesPlain, double? shareOfPeak, int stepsInRound)
    {
        GanConfiguration configuration = new()
        {
            Loss = loss,
            GeneratorLayers = [width, width],
            DiscriminatorLayers = [width, width],
            BatchSize = batch,
            Epochs = 1,
            EvaluationInterval = 1,
            EmaDecay = 0.99,
            R1Penalty = 0,
            DiscriminatorSteps = discriminatorSteps,
        };
        return new GanCase($"{loss} {width}-{width}, batch {batch}, {discriminatorSteps} : 1", stepsInRound, configuration)
        {
            TimesPlain = timesPlain,
            ShareOfPeak = shareOfPeak,
        };
    }

    // Of each layer the pass forward, the weights' gradient, and the derivative by the layer's input.
    private static double OperationsOf(GanConfiguration configuration)
    {
        MlpShape generator = configuration.GeneratorShape(Columns);
        MlpShape discriminator = configuration.DiscriminatorShape(Columns);
        double g = Weights(generator.Layers), gHidden = Weights(generator.Layers.Skip(1));
        double d = Weights(discriminator.Layers), dHidden = Weights(discriminator.Layers.Skip(1));
        double discriminatorStep = g + (2 * (d + d + dHidden));
        double generatorStep = g + d + d + g + gHidden;
        return 2.0 * configuration.BatchSize * (discriminatorStep + generatorStep);
    }
}
