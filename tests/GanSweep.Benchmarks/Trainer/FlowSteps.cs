using GanSweep.Flow.Configurations;
using GanSweep.Flow.Engines;
using GanSweep.Tables.Transforms;

namespace GanSweep.Benchmarks.Trainer;

/// <summary>A flow's steps by GanSweep's engine.</summary>
internal sealed class FlowSteps(FlowConfiguration configuration, int batch, long seed) : ISteps
{
    private readonly IFlowEngine _engine = FlowEngine.Create(configuration, seed, Case.Table, new FeatureLayout(Case.Columns));
    private readonly int[] _rows = [.. Enumerable.Range(0, Case.Rows)];
    private int _step;

    public void Step()
    {
        int start = _step++ * batch % (Case.Rows - batch);
        _engine.Step(_rows.AsSpan(start, batch));
    }

    public void Dispose()
    {
        _engine.Dispose();
    }
}
