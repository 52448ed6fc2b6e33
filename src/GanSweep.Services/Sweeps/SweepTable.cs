using GanSweep.Tables;
using GanSweep.Tables.Formats;
using GanSweep.Tables.Options;

namespace GanSweep.Services.Sweeps;

/// <summary>The table of a sweep, as its store keeps it.</summary>
public static class SweepTable
{
    /// <summary>Reads it, or takes the one that the process has.</summary>
    /// <param name="sweep">The sweep.</param>
    /// <param name="hash">The table's hash.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<Table> ReadAsync(ISweepView sweep, string hash, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sweep);
        return TablesInMemory.TryFind(hash, out Table? known)
            ? known
            : TableReader.Parse(await sweep.ReadTableAsync(cancellationToken), $"table {hash}", ReadOptions.OfNumbers);
    }
}
