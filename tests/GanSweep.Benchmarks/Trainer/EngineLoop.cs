using GanSweep.Gan.Configurations;
using GanSweep.Gan.Engines;
using GanSweep.Tables.Transforms;

namespace GanSweep.Benchmarks.Trainer;

/// <summary>The same steps by GanSweep's engine, random numbers and moving average included.</summary>
internal sealed class EngineLoop(GanConfiguration configuration, long seed) : IDisposable
{
    private readonly IGanEngine _engine = GanEngine.Create(configuration, seed, Case.Table, new FeatureLayout(Case.Columns));
    private readonly int[] _rows = [.. Enumerable.Range(0, Case.Rows)];
    private int _step;

    /// <summary>The discriminator's updates and one of the generator.</summary>
    public void Step()
    {
        for (int i = 0; i < configuration.DiscriminatorSteps; i++)
        {
            int start = _step++ * configuration.BatchSize % (Case.Rows - configuration.BatchSize);
            _engine.DiscriminatorStep(_rows.AsSpan(start, configuration.BatchSize));
        }

        _engine.GeneratorStep(configuration.BatchSize);
    }

    public void Dispose()
    {
        _engine.Dispose();
    }
}
