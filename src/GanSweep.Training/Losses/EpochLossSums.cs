using System.Collections.Immutable;

namespace GanSweep.Training.Losses;

/// <summary>The losses of the epoch so far, one sum a series, each loss times its batch's rows.</summary>
/// <param name="losses">Sum of each series' losses.</param>
/// <param name="rows">Rows that each series was computed on.</param>
public sealed class EpochLossSums(ImmutableArray<double> losses, ImmutableArray<long> rows)
{
    private readonly double[] _losses = [.. losses];
    private readonly long[] _rows = [.. rows];

    /// <summary>No losses yet.</summary>
    /// <param name="series">The number of series.</param>
    public EpochLossSums(int series)
        : this([.. new double[series]], [.. new long[series]])
    {
    }

    /// <summary>Sum of each series' losses.</summary>
    public ImmutableArray<double> Losses => [.. _losses];

    /// <summary>Rows that each series was computed on.</summary>
    public ImmutableArray<long> Rows => [.. _rows];

    /// <summary>Takes the loss of a batch in.</summary>
    /// <param name="series">The position of the series.</param>
    /// <param name="loss">Its mean over the batch.</param>
    /// <param name="batch">The rows of the batch.</param>
    public void Add(int series, double loss, int batch)
    {
        _losses[series] += loss * batch;
        _rows[series] += batch;
    }

    /// <summary>The means of the epoch, one a series.</summary>
    public ImmutableArray<float> Means()
    {
        return [.. _losses.Zip(_rows, (sum, rows) => (float)(sum / rows))];
    }
}
