using System.Collections.Immutable;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Silos;
using Microsoft.Extensions.Logging;

namespace GanSweep.Grains.Trainers;

/// <summary>Asks for a lease for every free slot, and has what is granted started.</summary>
internal sealed partial class LeaseRound(
    ITrainerCluster cluster, LeasedRuns runs, TrainerOptions options, CoordinatorContact contact, TrainerErrors errors, ILogger logger)
{
    private readonly ILogger _logger = logger;

    public async Task GoAsync()
    {
        await Task.WhenAll((await AskAsync(busy => Math.Max(0, options.Slots - busy))).Select(StartAsync));
    }

    /// <summary>Tells what went wrong and was not told, if anything, and asks for nothing: the last words of a trainer that stops.</summary>
    public async Task TellAsync()
    {
        if (!errors.Untold.IsEmpty)
        {
            await AskAsync(_ => 0);
        }
    }

    private async Task<ImmutableArray<Lease>> AskAsync(Func<int, int> freeSlots)
    {
        List<LeasedRun> busy = [.. runs.OnSlots];
        ImmutableArray<SiloError> untold = errors.Untold;
        ImmutableArray<Lease> leases = await cluster.LeaseAsync(
            new LeaseRequest(cluster.Trainer, freeSlots(busy.Count), options.OnlySweep, options.Slots, [.. busy.Select(run => run.Status())]) { Errors = untold });
        errors.Told(untold);
        contact.Answered();
        return leases;
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
            errors.Note($"It could not start this attempt, whose lease will run out: {TrainerErrors.Reason(exception)}", lease);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Run {Run} of {SweepId}, attempt {Attempt}, could not be started here; its lease will run out")]
    private partial void LogNotStarted(Exception exception, string sweepId, int run, int attempt);
}
