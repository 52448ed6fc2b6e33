using GanSweep.Numerics.Randomness;

namespace GanSweep.Training.Loop;

/// <summary>The order in which an epoch visits the rows: a function of the seed and the epoch alone.</summary>
/// <param name="seed">The run's seed.</param>
/// <param name="rows">Rows of the table.</param>
internal sealed class RowOrder(long seed, int rows)
{
    private readonly int[] _order = new int[rows];
    private int _epoch;

    /// <summary>The numbers of the rows of a batch.</summary>
    public ReadOnlySpan<int> Batch(int epoch, int start, int length)
    {
        if (epoch != _epoch)
        {
            for (int row = 0; row < rows; row++)
            {
                _order[row] = row;
            }

            new CounterRandom(seed, RandomPurpose.Shuffle, epoch).Shuffle(_order);
            _epoch = epoch;
        }

        return _order.AsSpan(start, length);
    }
}
