using System.Collections.Immutable;
using GanSweep.Contracts.Runs;
using Microsoft.Extensions.Logging;

namespace GanSweep.Grains.Trainers;

/// <summary>Asks for a lease for every free slot, and has what is granted started.</summary>
internal sealed partial class LeaseRound(
    ITrainerCluster cluster, LeasedRuns runs, TrainerOptions options, CoordinatorContact contact, ILogger logger)
{
    private readonly ILogger _logger = logger;

    public async Task GoAsync()
    {
        List<LeasedRun> busy = [.. runs.OnSlots];
        ImmutableArray<Lease> leases = await cluster.LeaseAsync(new LeaseRequest(
            cluster.Trainer, Math.Max(0, options.Slots - busy.Count), options.OnlySweep, options.Slots, [.. busy.Select(run => run.Status())]));
        contact.Answered();
        await Task.WhenAll(leases.Select(StartAsync));
    }

    private async Task StartAsync(Lease lease)
    {
        try
        {
            await cluster.StartAsync(lease);
        }
        catch (Exception exception)
        {
            LogNotStarted(exception, lease.SweepId, lease.Run, lease.Attempt);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Run {Run} of {SweepId}, attempt {Attempt}, could not be started here; its lease will run out")]
    private partial void LogNotStarted(Exception exception, string sweepId, int run, int attempt);
}
