using System.Collections.Immutable;
using GanSweep.Evaluation.Scoring;
using GanSweep.Gan.Configurations;
using GanSweep.Gan.GeneratorFiles;
using GanSweep.Gan.Networks;
using GanSweep.Numerics.Randomness;
using GanSweep.Tables;
using GanSweep.Tables.Transforms;

namespace GanSweep.Gan.Tests.GeneratorFiles;

/// <summary>A small generator with every kind of content: as one is that training gives, but at once.</summary>
internal static class SampleGenerator
{
    public static GeneratorFile Create(TransformKind kind = TransformKind.Quantile, bool clip = false, int rows = 50)
    {
        Table table = SampleTable(rows);
        GanConfiguration configuration = new() { LatentDim = 5, GeneratorLayers = [7, 6], Transform = kind, Clip = clip, Epochs = 40, LearningRateDecay = 0.5, R1Penalty = 0.1 };
        return new GeneratorFile
        {
            Configuration = configuration,
            Weights = SampleWeights(configuration.LatentDim, [.. configuration.GeneratorLayers, table.ColumnCount]),
            Transform = TableTransform.Fit(kind, table, clip),
            Seed = -7_000_000_000_000,
            Scores = new Scores { [Score.MeanGap] = 0.1, [Score.StdGap] = 1.0 / 3, [Score.CorrelationDistance] = 5e-324, [Score.JsEstimate] = Math.Pow(2, -25), [Score.Total] = 0.42 },
            BestEpoch = 30,
            RunKey = new string('9', 64),
            SweepId = "eu-stock-losses-1f2e3d4c",
            DatasetHash = new string('a', 64),
            EngineVersion = "0.1.0",
        };
    }

    /// <summary>Losses (positive, all different), whole numbers with ties at both ends, and a constant.</summary>
    public static Table SampleTable(int rows)
    {
        float[] uniforms = new float[2 * rows];
        new CounterRandom(1, RandomPurpose.Bootstrap, 0).FillUniform(uniforms);
        double[] losses = [.. uniforms.Take(rows).Select(uniform => -0.01 * Math.Log(uniform))];
        double[] counts = [.. uniforms.Skip(rows).Select(uniform => 1 + Math.Floor(3 * uniform))];
        return new Table(["loss, \"daily\"", "Zählung", "constant"], [losses, counts, [.. Enumerable.Repeat(0.1, rows)]]);
    }

    /// <summary>The generator's output for a latent vector: transformed values, one a column.</summary>
    public static float[] Forward(GeneratorFile generator, float[] latent)
    {
        float slope = generator.Configuration.Activation == Activation.LeakyRelu ? 0.2f : 0;
        float[] values = latent;
        for (int index = 0; index < generator.Weights.Layers.Length; index++)
        {
            LinearLayer layer = generator.Weights.Layers[index];
            float[] outputs = [.. layer.Bias];
            for (int output = 0; output < layer.Outputs; output++)
            {
                for (int input = 0; input < layer.Inputs; input++)
                {
                    outputs[output] += layer.Weight[(output * layer.Inputs) + input] * values[input];
                }

                if (index < generator.Weights.Layers.Length - 1 && outputs[output] < 0)
                {
                    outputs[output] *= slope;
                }
            }

            values = outputs;
        }

        return values;
    }

    private static MlpWeights SampleWeights(int latentDim, int[] layers)
    {
        ImmutableArray<LinearLayer>.Builder built = ImmutableArray.CreateBuilder<LinearLayer>();
        int inputs = latentDim;
        foreach (int outputs in layers)
        {
            float[] numbers = new float[(inputs + 1) * outputs];
            new CounterRandom(2, RandomPurpose.GeneratorWeights, built.Count).FillNormal(numbers);
            built.Add(new LinearLayer(inputs, outputs, numbers[..(inputs * outputs)], numbers[(inputs * outputs)..]));
            inputs = outputs;
        }

        return new MlpWeights(built.ToImmutable());
    }
}
