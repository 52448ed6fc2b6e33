using GanSweep.Numerics.Randomness;

namespace GanSweep.Training.Loop;

/// <summary>The batches that a training learns from, one after the other: each pass visits every row once, in an order of its seed and number alone.</summary>
/// <param name="seed">The run's seed.</param>
/// <param name="rows">Rows of the table.</param>
/// <param name="batchSize">Rows of a batch; the last one of a pass has those that are left.</param>
internal sealed class RowOrder(long seed, int rows, int batchSize)
{
    private readonly int[] _order = new int[rows];
    private long _pass;

    /// <summary>The numbers of the rows of a batch.</summary>
    /// <param name="number">The batch, from 0, whatever epoch it is in.</param>
    public ReadOnlySpan<int> Batch(long number)
    {
        int batches = ((rows - 1) / batchSize) + 1;
        (long passes, long batch) = Math.DivRem(number, batches);
        if (passes + 1 != _pass)
        {
            _pass = passes + 1;
            for (int row = 0; row < rows; row++)
            {
                _order[row] = row;
            }

            new CounterRandom(seed, RandomPurpose.Shuffle, _pass).Shuffle(_order);
        }

        int start = (int)batch * batchSize;
        return _order.AsSpan(start, Math.Min(batchSize, rows - start));
    }
}
