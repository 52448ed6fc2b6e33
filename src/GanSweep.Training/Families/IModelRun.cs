using System.Collections.Immutable;
using GanSweep.Settings.Models;
using GanSweep.Training.Losses;

namespace GanSweep.Training.Families;

/// <summary>
/// A model in training, one step at a time. All that a step changes is in <see cref="Parts"/> and <see cref="Counters"/>: overwriting those
/// puts the model back to where they were saved. It belongs to the thread that started it.
/// </summary>
public interface IModelRun : IRowGenerator
{
    /// <summary>The names of the memories that steps change.</summary>
    ImmutableArray<string> Parts { get; }

    /// <summary>A memory that steps change.</summary>
    /// <param name="name">One of <see cref="Parts"/>.</param>
    Span<float> Part(string name);

    /// <summary>What else steps change: how many updates there were, say.</summary>
    ImmutableArray<long> Counters { get; set; }

    /// <summary>The generator's weights as they are scored and kept, with which it generates: one of the parts.</summary>
    Span<float> Weights { get; }

    /// <summary>How many normal numbers a row is made of.</summary>
    int NormalsOfARow { get; }

    /// <summary>Learns from a batch.</summary>
    /// <param name="step">The batch.</param>
    /// <param name="losses">Receives the losses before it, by their positions in <see cref="ModelDescription.Losses"/>.</param>
    void Step(in TrainingStep step, EpochLossSums losses);

    /// <summary>
    /// An estimate, by what the model has learned besides, of the Jensen–Shannon divergence in bits between the joint distributions of real
    /// and generated rows; null if it has no such judge.
    /// </summary>
    /// <param name="real"><c>[rows, features + context]</c>, as <see cref="RunStart.Table"/>.</param>
    /// <param name="generated"><c>[rows, features]</c>, as <see cref="IRowGenerator.Generate"/> gives them.</param>
    /// <param name="contexts">What came before each of those, <c>[rows, context]</c>; nothing where rows stand by themselves.</param>
    double? EstimateDivergence(ReadOnlySpan<float> real, ReadOnlySpan<float> generated, ReadOnlySpan<float> contexts = default);
}
