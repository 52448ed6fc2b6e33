using GanSweep.Numerics.Randomness;
using GanSweep.Tables.Sequences;

namespace GanSweep.Evaluation.Baselines.Paths;

/// <summary>The rows of a series drawn with replacement (Efron 1979): the right rows, and nothing hangs on what was before.</summary>
/// <param name="seed">Of what is drawn.</param>
internal sealed class Iid(long seed = 0) : IPathBaseline
{
    private const long Step = 7L << 32;

    public string Name => "iid";

    public SequencedTable Draw(SequencedTable training, int rows)
    {
        return RowPaths.Draw(training, rows, (series, drawn, path) =>
        {
            new CounterRandom(seed, RandomPurpose.Baseline, Step + path).FillBelow(drawn, series);
        });
    }
}
