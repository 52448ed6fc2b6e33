using GanSweep.Gan.Configurations;
using GanSweep.Gan.Engines;
using GanSweep.Tables.Transforms;

namespace GanSweep.Benchmarks.Trainer;

/// <summary>A GAN's steps by GanSweep's engine: the discriminator's updates and one of the generator.</summary>
internal sealed class GanSteps(GanConfiguration configuration, long seed) : ISteps
{
    private readonly IGanEngine _engine = GanEngine.Create(configuration, seed, Case.Table, new FeatureLayout(Case.Columns));
    private readonly int[] _rows = [.. Enumerable.Range(0, Case.Rows)];
    private int _step;

    public void Step()
    {
        for (int i = 0; i < configuration.DiscriminatorSteps; i++)
        {
            int start = _step++ * configuration.BatchSize % (Case.Rows - configuration.BatchSize);
            _engine.DiscriminatorStep(_rows.AsSpan(start, configuration.BatchSize));
        }

        _engine.GeneratorStep(_rows.AsSpan(0, configuration.BatchSize));
    }

    public void Dispose()
    {
        _engine.Dispose();
    }
}
