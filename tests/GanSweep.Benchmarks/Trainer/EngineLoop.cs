using GanSweep.Contracts.Configurations;
using GanSweep.Gan.Engines;

namespace GanSweep.Benchmarks.Trainer;

/// <summary>The same steps by GanSweep's engine, random numbers and moving average included.</summary>
internal sealed class EngineLoop(GanConfiguration configuration, long seed) : IDisposable
{
    private readonly IGanEngine _engine = GanEngine.Create(configuration, GanEngine.Native, seed, Case.Table, Case.Columns);
    private readonly int[] _rows = [.. Enumerable.Range(0, Case.Rows)];
    private int _step;

    /// <summary>One update of each network.</summary>
    public void Step()
    {
        int start = _step++ * configuration.BatchSize % (Case.Rows - configuration.BatchSize);
        _engine.DiscriminatorStep(_rows.AsSpan(start, configuration.BatchSize));
        _engine.GeneratorStep(configuration.BatchSize);
    }

    public void Dispose()
    {
        _engine.Dispose();
    }
}
