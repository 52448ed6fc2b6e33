using GanSweep.Settings.Models;
using GanSweep.Tables.Transforms;

namespace GanSweep.Training.Families;

/// <summary>
/// A kind of model that a run can train. The loop, evaluation, best epoch, early stopping and checkpoints are the same for all; a family
/// brings what is its own. Its runs are pure functions of what they start from and of their steps: all randomness is addressed by the seed.
/// </summary>
public interface IModelFamily
{
    /// <summary>Its name, the keys of its configuration, which include <see cref="LoopKeys"/>, and its losses.</summary>
    ModelDescription Model { get; }

    /// <summary>What to try when a run diverges, as a whole sentence.</summary>
    string AdviceOnDivergence { get; }

    /// <summary>What to do where a coordinator and a trainer have other engines for a run, as a whole sentence.</summary>
    /// <param name="configuration">The run's configuration.</param>
    string AdviceOnEngine(Configuration configuration);

    /// <summary>The version of the engine that a configuration asks for, as this processor computes it. One version gives the same bits everywhere.</summary>
    /// <param name="configuration">The run's configuration.</param>
    string EngineVersionOf(Configuration configuration);

    /// <summary>How columns are mapped before training.</summary>
    /// <param name="configuration">The run's configuration.</param>
    TransformKind TransformOf(Configuration configuration);

    /// <summary>The model before its first step. It belongs to the calling thread.</summary>
    /// <param name="start">What it begins from.</param>
    IModelRun Start(RunStart start);

    /// <summary>What the generator of a configuration is made of.</summary>
    /// <param name="configuration">The run's configuration.</param>
    /// <param name="features">What rows are made of.</param>
    GeneratorLayout LayoutOf(Configuration configuration, FeatureLayout features);

    /// <summary>A trained generator, which generates what its run did with its weights, but for rounding.</summary>
    /// <param name="configuration">The run's configuration.</param>
    /// <param name="weights"><see cref="IModelRun.Weights"/>, as many as the layout's tensors have.</param>
    /// <param name="features">What rows are made of.</param>
    IRowGenerator Open(Configuration configuration, ReadOnlySpan<float> weights, FeatureLayout features);
}
