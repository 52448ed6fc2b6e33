using System.Collections.Immutable;
using System.Text.RegularExpressions;
using GanSweep.Contracts.Datasets;
using GanSweep.Contracts.Silos;
using GanSweep.Contracts.Sweeps;
using GanSweep.Services.Sweeps;

namespace GanSweep.Web.Sweeps;

/// <summary>The way from what a request calls a sweep to the sweep.</summary>
/// <param name="grains">The grains.</param>
internal sealed partial class SweepDirectory(IGrainFactory grains)
{
    private IDispatcherGrain Dispatcher => grains.GetGrain<IDispatcherGrain>(0);

    /// <summary>Every sweep, the latest first.</summary>
    public Task<ImmutableArray<SweepSummary>> ListAsync(CancellationToken cancellationToken)
    {
        return Dispatcher.ListAsync().WaitAsync(cancellationToken);
    }

    /// <summary>The silos.</summary>
    public Task<ImmutableArray<SiloSummary>> GetSilosAsync(CancellationToken cancellationToken)
    {
        return Dispatcher.GetSilosAsync().WaitAsync(cancellationToken);
    }

    /// <summary>The sweep of an id, whether it was submitted or not.</summary>
    public ISweepGrain Sweep(string id)
    {
        return grains.GetGrain<ISweepGrain>(id);
    }

    /// <summary>A table's file.</summary>
    public IDatasetGrain Dataset(string hash)
    {
        return grains.GetGrain<IDatasetGrain>(hash);
    }

    /// <summary>Finds a sweep by its id, or by a beginning that no other has.</summary>
    /// <exception cref="SweepNotFoundException">No sweep, or more than one, is meant.</exception>
    public async Task<FoundSweep> FindAsync(string name, CancellationToken cancellationToken)
    {
        // Most name it in full; then the others need not be listed.
        SweepSummary summary = Id().IsMatch(name) && await TryGetAsync(name, cancellationToken) is { } known
            ? known
            : SweepFinder.Find(await ListAsync(cancellationToken), name, folder: null);
        ISweepGrain sweep = Sweep(summary.SweepId);
        return new FoundSweep(summary, sweep, new GrainSweepView(summary, sweep, Dataset));
    }

    /// <summary>Where a sweep stands; null if it was never submitted.</summary>
    public async Task<SweepSummary?> TryGetAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            return await Sweep(id).GetSummaryAsync().WaitAsync(cancellationToken);
        }
        catch (SweepNotFoundException)
        {
            return null;
        }
    }

    // A name and the eight digits of a hash.
    [GeneratedRegex("^[A-Za-z0-9._-]{1,200}-[0-9a-f]{8}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Id();
}
