using System.Collections.Immutable;
using GanSweep.Numerics.Randomness;
using GanSweep.Training.Families;
using GanSweep.Training.Losses;

namespace GanSweep.Training.Tests.Families;

/// <summary>A run of <see cref="NormalFamily"/>. It trains its own weights, with momentum, and keeps their moving average.</summary>
internal sealed class NormalRun(RunStart start, double? divergence) : IModelRun
{
    private readonly float _rate = (float)start.Configuration.Get(NormalFamily.LearningRate);
    private readonly float[] _trained = FirstWeights(start);
    private readonly float[] _momentum = new float[2 * start.Features.Count];
    private readonly float[] _average = FirstWeights(start);
    private long _steps;
    private long _epochs;

    public ImmutableArray<string> Parts => ["trained", "momentum", "average"];

    public ImmutableArray<long> Counters
    {
        get => [_steps, _epochs];
        set => (_steps, _epochs) = (value[0], value[1]);
    }

    public Span<float> Weights => _average;

    /// <summary>The seeds, purposes and steps that rows were generated from are told by their first numbers.</summary>
    public List<float> Drawn { get; } = [];

    /// <summary>What every value is, instead of what the weights say.</summary>
    public float? Constant { get; init; }

    public Span<float> Part(string name)
    {
        return name switch
        {
            "trained" => _trained,
            "momentum" => _momentum,
            "average" => _average,
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "There is no such part."),
        };
    }

    public void Step(in TrainingStep step, EpochLossSums losses)
    {
        int columns = start.Features.Count;
        double[] sums = new double[2];
        ReadOnlySpan<float> table = start.Table.Span;
        for (int column = 0; column < columns; column++)
        {
            float mean = 0;
            float square = 0;
            foreach (int row in step.Rows)
            {
                float value = table[(row * columns) + column];
                mean += value / step.Rows.Length;
                square += (value - _trained[column]) * (value - _trained[column]) / step.Rows.Length;
            }

            float byMean = _trained[column] - mean;
            float byScale = _trained[columns + column] - MathF.Sqrt(square);
            sums[0] += byMean * byMean / columns;
            sums[1] += byScale * byScale / columns;
            Move(column, byMean);
            Move(columns + column, byScale);
        }

        losses.Add(0, sums[0], step.Rows.Length);
        losses.Add(1, sums[1], step.Rows.Length);
        _steps++;
        _epochs += step.EndsEpoch ? 1 : 0;
    }

    public int NormalsOfARow { get; init; } = start.Features.Count;

    public double? EstimateDivergence(ReadOnlySpan<float> real, ReadOnlySpan<float> generated, ReadOnlySpan<float> contexts = default)
    {
        return divergence;
    }

    public void Generate(RowRandom random, Span<float> rows, ReadOnlySpan<float> contexts = default)
    {
        Generate(_average, random, rows);
        Drawn.Add(rows[0]);
        if (Constant is { } constant)
        {
            rows.Fill(constant);
        }
    }

    public void Dispose()
    {
    }

    internal static void Generate(float[] weights, RowRandom random, Span<float> rows)
    {
        int columns = weights.Length / 2;
        random.FillNormal(rows);
        for (int i = 0; i < rows.Length; i++)
        {
            rows[i] = weights[i % columns] + (weights[columns + (i % columns)] * rows[i]);
        }
    }

    private static float[] FirstWeights(RunStart start)
    {
        float[] weights = new float[2 * start.Features.Count];
        new CounterRandom(start.Seed, RandomPurpose.GeneratorWeights, 0).FillNormal(weights);
        return weights;
    }

    private void Move(int weight, float gradient)
    {
        _momentum[weight] = (0.5f * _momentum[weight]) + gradient;
        _trained[weight] -= _rate * _momentum[weight];
        _average[weight] += 0.5f * (_trained[weight] - _average[weight]);
    }
}
