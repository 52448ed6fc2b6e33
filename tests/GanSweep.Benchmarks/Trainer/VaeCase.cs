using GanSweep.Networks;
using GanSweep.Settings.Models;
using GanSweep.Vae.Configurations;
using GanSweep.Vae.Families;

namespace GanSweep.Benchmarks.Trainer;

/// <summary>A step of a variational autoencoder.</summary>
internal sealed record VaeCase(string Name, int StepsInRound, int Batch, Configuration Configuration) : Case(Name, StepsInRound)
{
    public static new VaeCase[] All { get; } = [Of([64, 64], batch: 64, timesPlain: 8, stepsInRound: 200)];

    // Of each layer the pass forward and the weights' gradient, and the derivative by the layer's input, which the decoder's first layer hands to the encoder.
    public override double? Operations
    {
        get
        {
            var configuration = VaeConfiguration.Of(Configuration);
            MlpShape encoder = configuration.EncoderShape(Columns), decoder = configuration.DecoderShape(Columns);
            return 2.0 * Batch * ((2 * Weights(encoder.Layers)) + Weights(encoder.Layers.Skip(1)) + (3 * Weights(decoder.Layers)));
        }
    }

    public override ISteps Start(EngineKind engine, long seed)
    {
        return new FamilySteps(new VaeFamily(), Configuration, engine, seed);
    }

    public override ISteps StartPlain()
    {
        return new PlainVae(VaeConfiguration.Of(Configuration), Batch);
    }

    private static VaeCase Of(int[] layers, int batch, double timesPlain, int stepsInRound)
    {
        Configuration configuration = FamilySteps.ConfigurationOf(VaeKeys.Model, [.. layers], batch);
        return new VaeCase($"vae {string.Join('-', layers)} both ways, batch {batch}", stepsInRound, batch, configuration) { TimesPlain = timesPlain };
    }
}
