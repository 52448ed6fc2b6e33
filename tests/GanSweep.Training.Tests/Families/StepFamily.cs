using System.Collections.Immutable;
using GanSweep.Numerics.Randomness;
using GanSweep.Settings.Models;
using GanSweep.Tables.Transforms;
using GanSweep.Training.Families;
using GanSweep.Training.Losses;

namespace GanSweep.Training.Tests.Families;

/// <summary>The smallest family, whose steps are noted and can be disturbed.</summary>
internal sealed class StepFamily : IModelFamily
{
    private readonly NormalFamily _family = new();

    public List<(int Epoch, int Number, int[] Rows, bool EndsEpoch)> Steps { get; } = [];

    /// <summary>Called with every step.</summary>
    public Action? OnStep { get; init; }

    /// <summary>The epoch in which a loss is no number; 0 for none.</summary>
    public int DivergesIn { get; init; }

    /// <summary>Whether steps change no weight.</summary>
    public bool KeepsStill { get; init; }

    public ModelDescription Model => _family.Model;

    public string AdviceOnDivergence => _family.AdviceOnDivergence;

    public string AdviceOnEngine(Configuration configuration)
    {
        return _family.AdviceOnEngine(configuration);
    }

    public string EngineVersionOf(Configuration configuration)
    {
        return _family.EngineVersionOf(configuration);
    }

    public TransformKind TransformOf(Configuration configuration)
    {
        return _family.TransformOf(configuration);
    }

    public IModelRun Start(RunStart start)
    {
        return new NotedRun(this, _family.Start(start));
    }

    public GeneratorLayout LayoutOf(Configuration configuration, FeatureLayout features)
    {
        return _family.LayoutOf(configuration, features);
    }

    public IRowGenerator Open(Configuration configuration, ReadOnlySpan<float> weights, FeatureLayout features)
    {
        return _family.Open(configuration, weights, features);
    }

    private sealed class NotedRun(StepFamily family, IModelRun run) : IModelRun
    {
        public ImmutableArray<string> Parts => run.Parts;

        public ImmutableArray<long> Counters
        {
            get => run.Counters;
            set => run.Counters = value;
        }

        public Span<float> Weights => run.Weights;

        public int NormalsOfARow => run.NormalsOfARow;

        public Span<float> Part(string name)
        {
            return run.Part(name);
        }

        public void Step(in TrainingStep step, EpochLossSums losses)
        {
            family.Steps.Add((step.Epoch, step.Number, step.Rows.ToArray(), step.EndsEpoch));
            family.OnStep?.Invoke();
            float[] before = run.Weights.ToArray();
            run.Step(step, losses);
            if (family.KeepsStill)
            {
                before.CopyTo(run.Weights);
            }

            if (step.Epoch == family.DivergesIn)
            {
                losses.Add(1, double.NaN, step.Rows.Length);
            }
        }

        public double? EstimateDivergence(ReadOnlySpan<float> real, ReadOnlySpan<float> generated, ReadOnlySpan<float> contexts = default)
        {
            return run.EstimateDivergence(real, generated, contexts);
        }

        public void Generate(RowRandom random, Span<float> rows, ReadOnlySpan<float> contexts = default)
        {
            run.Generate(random, rows, contexts);
        }

        public void Dispose()
        {
            run.Dispose();
        }
    }
}
