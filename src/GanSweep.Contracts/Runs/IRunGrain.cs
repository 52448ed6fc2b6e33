using GanSweep.Contracts.Silos;

namespace GanSweep.Contracts.Runs;

/// <summary>
/// One attempt of a run, on the silo that leased it. It hands the training to that silo's trainer host and owns nothing that is lost
/// with it: when its activation ends, the training goes on. Key: <c>sweep/run/attempt</c>.
/// </summary>
public interface IRunGrain : IGrainWithStringKey
{
    /// <summary>Starts the training and returns at once; all else comes as reports to the coordinator.</summary>
    [Alias("Start"), SilosOnly]
    Task StartAsync(Lease lease);
}
