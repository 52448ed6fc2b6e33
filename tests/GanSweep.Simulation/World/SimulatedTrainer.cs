using System.Collections.Immutable;
using System.Text;
using GanSweep.Contracts.Reports;
using GanSweep.Contracts.Runs;
using GanSweep.Simulation.VirtualTime;

namespace GanSweep.Simulation.World;

/// <summary>A trainer's process: it leases while slots are free, and reports, as the trainer host does; only the training is a wait.</summary>
internal sealed class SimulatedTrainer(string name, int slots, EventLoop loop, Network network, Random random, Witness witness, Func<SimulatedCoordinator?> coordinator)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    private readonly Dictionary<(string SweepId, int Run, int Attempt), FakeTraining> _trainings = [];
    private bool _leaving;

    public string Name => name;

    public SimulatedProcess Process { get; } = new(loop);

    public bool Idle => _trainings.Count == 0;

    public void Start()
    {
        Process.After(TimeSpan.Zero, () => _ = RepeatAsync(LeaseAsync));
        Process.After(TimeSpan.Zero, () => _ = RepeatAsync(ReportAsync));
    }

    /// <summary>As by SIGTERM: every run is given back with a checkpoint.</summary>
    public void Leave()
    {
        _leaving = true;
        foreach (FakeTraining training in _trainings.Values)
        {
            training.Stop(loop.Now);
        }
    }

    private async Task RepeatAsync(Func<Task> round)
    {
        while (true)
        {
            try
            {
                await round();
            }
            catch (Exception)
            {
                // Everything is kept and said again on the next round.
            }

            await Process.DelayAsync(Interval);
        }
    }

    private async Task LeaseAsync()
    {
        int free = slots - _trainings.Values.Count(training => training.OnSlot);
        if (_leaving || free == 0)
        {
            return;
        }

        ImmutableArray<Lease> leases = await CallAsync(to => to.LeaseAsync(new LeaseRequest(name, free, null, slots, [])));
        await Task.WhenAll(leases.Select(StartAsync));
    }

    private async Task StartAsync(Lease lease)
    {
        FakeTraining training = new(lease);
        if (!_trainings.TryAdd((lease.SweepId, lease.Run, lease.Attempt), training))
        {
            return;
        }

        try
        {
            RunCheckpoint? checkpoint = await CallAsync(to => to.ReadCheckpointAsync(lease));
            witness.Expect(
                checkpoint is null || Encoding.ASCII.GetString(checkpoint.Content) is var content
                    && (content == $"{lease.RunKey} at {checkpoint.Epoch}" || content == $"{lease.Beginning} at {checkpoint.Epoch}"),
                $"Run {lease.Run} of {lease.SweepId} got a checkpoint of another run");
            if (checkpoint is not null && Encoding.ASCII.GetString(checkpoint.Content) == $"{lease.Beginning} at {checkpoint.Epoch}")
            {
                witness.Count("went on");
            }

            if (training.OnSlot)
            {
                Process.After(training.Start(loop.Now, checkpoint, TimeSpan.FromMilliseconds(random.Next(50, 1500))), () => training.End(loop.Now));
            }
        }
        catch (Exception)
        {
            _trainings.Remove((lease.SweepId, lease.Run, lease.Attempt));
        }
    }

    private async Task ReportAsync()
    {
        try
        {
            await Task.WhenAll(_trainings.Values.ToList().GroupBy(training => training.Lease.SweepId).Select(ReportSweepAsync));
        }
        finally
        {
            foreach ((var key, FakeTraining training) in _trainings.Where(entry => entry.Value.Over).ToList())
            {
                _trainings.Remove(key);
            }
        }
    }

    private async Task ReportSweepAsync(IGrouping<string, FakeTraining> sweep)
    {
        List<(FakeTraining Training, RunReport Report)> said =
            [.. sweep.SelectMany(training => training.TakeReports(loop.Now).Select(report => (training, report)))];
        ImmutableArray<ReportAnswer> answers = await CallAsync(to => to.ReportAsync(sweep.Key, name, [.. said.Select(item => item.Report)]));
        foreach (((FakeTraining training, RunReport report), ReportAnswer answer) in said.Zip(answers))
        {
            training.Answered(report, answer, loop.Now);
        }
    }

    private Task<T> CallAsync<T>(Func<SimulatedCoordinator, Task<T>> call)
    {
        return network.CallAsync<T>(Process, () => coordinator() is { } to ? (to.Process, () => call(to)) : null);
    }
}
