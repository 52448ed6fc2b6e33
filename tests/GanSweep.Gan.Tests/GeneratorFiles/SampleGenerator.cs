using System.Collections.Immutable;
using GanSweep.Evaluation.Scoring;
using GanSweep.Gan.Configurations;
using GanSweep.Gan.Families;
using GanSweep.Networks;
using GanSweep.Networks.Keys;
using GanSweep.Numerics.Randomness;
using GanSweep.Settings.Models;
using GanSweep.Tables;
using GanSweep.Tables.Rules;
using GanSweep.Tables.Schema;
using GanSweep.Tables.Transforms;
using GanSweep.Training.Families;
using GanSweep.Training.Generators;

namespace GanSweep.Gan.Tests.GeneratorFiles;

/// <summary>A small generator with every kind of content: as one is that training gives, but at once.</summary>
internal static class SampleGenerator
{
    /// <summary>The families that files are read as.</summary>
    public static ModelFamilies Families { get; } = new(new GanFamily());

    public static TrainedGenerator Create(TransformKind kind = TransformKind.Quantile, bool clip = false, int rows = 50)
    {
        return Create(SampleTable(rows), kind, clip);
    }

    /// <summary>One of a table of words, days, amounts in cents, and missing cells.</summary>
    public static TrainedGenerator CreateMixed(TransformKind kind)
    {
        return Create(
            MixedTable(),
            kind,
            clip: false,
            [new OrderRule(["price", "paid"]), new SumRule(["price", "tax"], "due"), new CombinationsRule(["place", "zone"]), new RangeRule("tax", 0, 1.5)]);
    }

    private static TrainedGenerator Create(Table table, TransformKind kind, bool clip, ImmutableArray<RowRule> rules = default)
    {
        var transform = TableTransform.Fit(kind, table, clip, rules);
        Configuration said = GanKeys.Model.Defaults
            .With(GanKeys.LatentDim, 5)
            .With(GanKeys.GeneratorLayers, [7, 6])
            .With(NetworkKeys.Transform, kind)
            .With(LoopKeys.Clip, clip)
            .With(LoopKeys.Epochs, 40)
            .With(NetworkKeys.LearningRateDecay, 0.5)
            .With(GanKeys.R1Penalty, 0.1);
        return new TrainedGenerator
        {
            Family = Families["gan"],
            Configuration = GanKeys.Model.FittedTo(said, new TrainingSize(table.RowCount, table.ColumnCount)),
            Weights = SampleWeights(5, [7, 6, transform.Features.Count]),
            Transform = transform,
            Seed = -7_000_000_000_000,
            Scores = new Scores { [Score.MeanGap] = 0.1, [Score.StdGap] = 1.0 / 3, [Score.CorrelationDistance] = 5e-324, [Score.JsEstimate] = Math.Pow(2, -25), [Score.Total] = 0.42 },
            BestEpoch = 30,
            RunKey = new string('9', 64),
            SweepId = "eu-stock-losses-1f2e3d4c",
            DatasetHash = new string('a', 64),
            EngineVersion = "0.1.0",
        };
    }

    private static Table MixedTable()
    {
        const int Rows = 400;
        float[] uniforms = new float[Rows];
        new CounterRandom(2, RandomPurpose.Bootstrap, 0).FillUniform(uniforms);
        double[] prices = [.. uniforms.Select((uniform, row) => row % 4 == 0 ? double.NaN : Math.Round(1 + (20 * uniform), 2))];
        double[] taxes = [.. uniforms.Select((uniform, row) => Math.Round(row % 7 * uniform / 5, 2))];
        return new Table(
            [
                new ColumnSchema("city", ColumnKind.Category) { Levels = ["Genève", "Ur, \"old\"", "Łódź"] },
                new ColumnSchema("word", ColumnKind.Category) { Levels = [.. Enumerable.Range(0, 70).Select(number => $"w{number}")] },
                new ColumnSchema("price"),
                new ColumnSchema("day", ColumnKind.Date),
                new ColumnSchema("place", ColumnKind.Category) { Levels = ["here", "there"] },
                new ColumnSchema("due"),
                new ColumnSchema("paid"),
                new ColumnSchema("tax"),
                new ColumnSchema("zone"),
                new ColumnSchema("seen", ColumnKind.Date) { Unit = DateUnit.Seconds },
                new ColumnSchema("one", ColumnKind.Category) { Levels = ["only"] },
            ],
            [
                [.. uniforms.Select((uniform, row) => row % 8 == 0 && row % 5 > 0 ? double.NaN : (double)(row % 3))],
                [.. uniforms.Select(uniform => Math.Floor(uniform * uniform * 70))],
                prices,
                [.. uniforms.Select((_, row) => 4.0 + (row / 5 * 7) + (row % 5))],
                [.. uniforms.Select((_, row) => row % 2 == 0 ? 1.0 : 0)],
                [.. prices.Zip(taxes, (price, tax) => Math.Round(price + tax, 2))],
                [.. prices.Select((price, row) => row % 5 == 0 ? double.NaN : Math.Round(price + (row % 3), 2))],
                taxes,
                [.. uniforms.Select((_, row) => row % 2 == 0 ? 12.5 : row % 3)],
                [.. uniforms.Select((uniform, row) => row % 8 == 0 ? double.NaN : (86_400.0 * row * 2) + Math.Floor(30_000 + (20_000 * uniform)))],
                [.. uniforms.Select(_ => 0.0)],
            ]);
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
    public static float[] Forward(TrainedGenerator generator, float[] latent)
    {
        float slope = generator.Configuration.Get(NetworkKeys.Activation) == Activation.LeakyRelu ? 0.2f : 0;
        MlpShape shape = GanConfiguration.Of(generator.Configuration).GeneratorShape(generator.Transform.Features.Count);
        float[] values = latent;
        foreach (LayerShape layer in shape.Layers)
        {
            float[] weight = generator.Weights[layer.Weight];
            float[] outputs = generator.Weights[layer.Bias];
            for (int output = 0; output < layer.Outputs; output++)
            {
                for (int input = 0; input < layer.Inputs; input++)
                {
                    outputs[output] += weight[(output * layer.Inputs) + input] * values[input];
                }

                if (layer != shape.Layers[^1] && outputs[output] < 0)
                {
                    outputs[output] *= slope;
                }
            }

            values = outputs;
        }

        return values;
    }

    private static float[] SampleWeights(int latentDim, int[] layers)
    {
        List<float> weights = [];
        int inputs = latentDim;
        foreach ((int number, int outputs) in layers.Index())
        {
            float[] numbers = new float[(inputs + 1) * outputs];
            new CounterRandom(2, RandomPurpose.GeneratorWeights, number).FillNormal(numbers);
            weights.AddRange(numbers);
            inputs = outputs;
        }

        return [.. weights];
    }
}
