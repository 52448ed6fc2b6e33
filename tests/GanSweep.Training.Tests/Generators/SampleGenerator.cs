using GanSweep.Evaluation.Scoring;
using GanSweep.Numerics.Randomness;
using GanSweep.Settings.Models;
using GanSweep.Tables;
using GanSweep.Tables.Transforms;
using GanSweep.Training.Families;
using GanSweep.Training.Generators;
using GanSweep.Training.Tests.Families;

namespace GanSweep.Training.Tests.Generators;

/// <summary>A small generator with every kind of content: as one is that training gives, but at once.</summary>
internal static class SampleGenerator
{
    /// <summary>The families that files are read as.</summary>
    public static ModelFamilies Families { get; } = new(new NormalFamily());

    public static TrainedGenerator Create(TransformKind kind = TransformKind.Quantile, bool clip = false, int rows = 50)
    {
        Table table = SampleTable(rows);
        return new TrainedGenerator
        {
            Family = Families["normal"],
            Configuration = TinyTask.Configuration.With(NormalFamily.Transform, kind).With(LoopKeys.Clip, clip).With(LoopKeys.Epochs, 40),
            Weights = [0.25f, -0.5f, 1e-30f, 1, 2, float.Epsilon],
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
}
