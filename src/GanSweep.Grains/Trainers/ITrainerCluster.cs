using System.Collections.Immutable;
using GanSweep.Contracts.Reports;
using GanSweep.Contracts.Runs;

namespace GanSweep.Grains.Trainers;

/// <summary>The door to the cluster: all that a trainer asks of it. Every call may fail, or be answered late, or both.</summary>
public interface ITrainerCluster
{
    /// <summary>The name under which the cluster knows this trainer: the address of its silo.</summary>
    string Trainer { get; }

    /// <summary>Whether the cluster has a coordinator at present, as far as is known here.</summary>
    bool HasCoordinator { get; }

    /// <summary>Asks the coordinator for work.</summary>
    Task<ImmutableArray<Lease>> LeaseAsync(LeaseRequest request);

    /// <summary>Has a leased run brought to this trainer, with all that it is trained on.</summary>
    Task StartAsync(Lease lease);

    /// <summary>Tells the coordinator of runs of one sweep; one answer each, in order.</summary>
    Task<ImmutableArray<ReportAnswer>> ReportAsync(string sweepId, ImmutableArray<RunReport> reports);
}
