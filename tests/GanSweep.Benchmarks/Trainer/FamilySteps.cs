using System.Collections.Immutable;
using GanSweep.Networks;
using GanSweep.Networks.Keys;
using GanSweep.Settings.Models;
using GanSweep.Tables.Transforms;
using GanSweep.Training.Families;
using GanSweep.Training.Losses;

namespace GanSweep.Benchmarks.Trainer;

/// <summary>The steps of a family of one network, or of two that descend together, by GanSweep's engines.</summary>
internal sealed class FamilySteps : ISteps
{
    private readonly IModelRun _run;
    private readonly EpochLossSums _losses;
    private readonly int _batch;
    private readonly int[] _rows = [.. Enumerable.Range(0, Case.Rows)];
    private int _step;

    public FamilySteps(IModelFamily family, Configuration configuration, EngineKind engine, long seed)
    {
        _run = family.Start(new RunStart(configuration.With(NetworkKeys.Engine, engine), seed, Case.Table, Features));
        _losses = new EpochLossSums(family.Model.Losses.Length);
        _batch = configuration.Get(LoopKeys.BatchSize);
    }

    /// <summary>What the rows of the measured table are made of.</summary>
    public static FeatureLayout Features { get; } = new(Case.Columns);

    /// <summary>The defaults of a family but for the widths of its layers and its batches.</summary>
    public static Configuration ConfigurationOf(ModelDescription model, ImmutableArray<int> layers, int batch)
    {
        Configuration configuration = model.Defaults.With(NetworkKeys.Layers, layers).With(LoopKeys.BatchSize, batch);
        return model.EffectiveOf(configuration, new TrainingSize(Case.Rows, Case.Columns));
    }

    public void Step()
    {
        int start = _step++ * _batch % (Case.Rows - _batch);
        _run.Step(new TrainingStep(epoch: 1, _step, _rows.AsSpan(start, _batch), endsEpoch: false), _losses);
    }

    public void Dispose()
    {
        _run.Dispose();
    }
}
