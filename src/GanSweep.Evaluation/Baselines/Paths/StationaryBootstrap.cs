using GanSweep.Numerics.Randomness;
using GanSweep.Tables.Sequences;

namespace GanSweep.Evaluation.Baselines.Paths;

/// <summary>
/// Blocks of consecutive rows of a series, one after another, each beginning anywhere and of a geometric length, with the beginning of the series after its end
/// (Politis and Romano, "The stationary bootstrap", JASA 89, 1994): what hangs together over a block does so in the path, by copying. How long blocks are on
/// average is told by <see cref="BlockLength"/> unless it is said.
/// </summary>
/// <param name="blockLength">Rows of a block on average, at least 1; null to take what the series ask for.</param>
/// <param name="seed">Of what is drawn.</param>
internal sealed class StationaryBootstrap(double? blockLength = null, long seed = 0) : IPathBaseline
{
    private const long Step = 8L << 32;

    public string Name => "stationaryBootstrap";

    public SequencedTable Draw(SequencedTable training, int rows)
    {
        double newBlocks = 1 / Math.Max(blockLength ?? BlockLength.Of(training), 1);
        return RowPaths.Draw(training, rows, (series, drawn, path) =>
        {
            double[] ends = new double[drawn.Length];
            new CounterRandom(seed, RandomPurpose.Baseline, Step + (2L * path)).FillUniform(ends);
            new CounterRandom(seed, RandomPurpose.Baseline, Step + (2L * path) + 1).FillBelow(drawn, series);
            for (int row = 1; row < drawn.Length; row++)
            {
                drawn[row] = ends[row] < newBlocks ? drawn[row] : (drawn[row - 1] + 1) % series;
            }
        });
    }
}
