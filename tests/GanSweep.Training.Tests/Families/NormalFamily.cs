using GanSweep.Numerics.Randomness;
using GanSweep.Settings.Models;
using GanSweep.Settings.Values;
using GanSweep.Tables.Transforms;
using GanSweep.Training.Families;
using GanSweep.Training.Generators;

namespace GanSweep.Training.Tests.Families;

/// <summary>The smallest family there can be: columns that are normal and independent, whose means and scales are learned step by step.</summary>
internal sealed class NormalFamily : IModelFamily
{
    public static readonly ConfigurationKey<double> LearningRate = new(
        "learningRate", "How far a step goes.", new NumberKind { Minimum = 0, Maximum = 1e300 }, 0.1);

    public static readonly ConfigurationKey<TransformKind> Transform = new(
        "transform", "How columns are mapped.", new ChoiceKind<TransformKind>(), TransformKind.Standard);

    /// <summary>Passes that one of its rows is said to take; it takes none.</summary>
    public static readonly ConfigurationKey<int> Passes = new("passes", "Passes that a row takes.", new WholeNumberKind<int>(1, 1_000_000), 1);

    private static readonly ModelDescription Description = new(
        "normal",
        "Independent normal columns.",
        LoopKeys.BatchSize,
        LoopKeys.Epochs,
        LoopKeys.EvaluationInterval,
        LoopKeys.Patience,
        LoopKeys.Clip,
        LearningRate,
        Transform,
        LoopKeys.Steps,
        LoopKeys.Calibrate,
        LoopKeys.MinimumCount,
        LoopKeys.ExactValues,
        LoopKeys.Window,
        Passes)
    {
        IsImplied = true,
        StepsOfRow = new RowSteps(Passes, 1),
        Losses = [new LossSeries("means", "the loss of the means"), new LossSeries("scales", "the loss of the scales")],
    };

    public ModelDescription Model => Description;

    public string AdviceOnDivergence => "Try a lower learningRate.";

    /// <summary>What its runs say of the divergence of what they generate.</summary>
    public double? Divergence { get; init; }

    public string AdviceOnEngine(Configuration configuration)
    {
        return "Use the same version everywhere.";
    }

    public string EngineVersionOf(Configuration configuration)
    {
        return "normal-1";
    }

    public TransformKind TransformOf(Configuration configuration)
    {
        return configuration.Get(Transform);
    }

    public IModelRun Start(RunStart start)
    {
        return new NormalRun(start, Divergence);
    }

    public GeneratorLayout LayoutOf(Configuration configuration, FeatureLayout features)
    {
        int columns = features.Count;
        return new GeneratorLayout(
            GeneratorJson.ElementOf($$"""{ "kind": "normal", "columns": {{columns}}, "order": [0, 1] }"""),
            [new TensorShape("means", columns), new TensorShape("scales", columns, 1)]);
    }

    public IRowGenerator Open(Configuration configuration, ReadOnlySpan<float> weights, FeatureLayout features)
    {
        return new NormalRows(weights.ToArray());
    }

    /// <summary>Rows of weights: means, then scales.</summary>
    private sealed class NormalRows(float[] weights) : IRowGenerator
    {
        public void Generate(RowRandom random, Span<float> rows, ReadOnlySpan<float> contexts = default)
        {
            NormalRun.Generate(weights, random, rows);
        }

        public void Dispose()
        {
        }
    }
}
