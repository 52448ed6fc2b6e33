using System.Collections.Immutable;
using GanSweep.Contracts.Reports;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Sweeps;
using GanSweep.Simulation.VirtualTime;
using GanSweep.Sweeps.Coordination;
using GanSweep.Sweeps.Dispatching;
using GanSweep.Sweeps.Engines;
using GanSweep.Sweeps.Stores;

namespace GanSweep.Simulation.World;

/// <summary>A process of the coordinator: one <see cref="SweepCoordinator"/> a sweep, replaced after a write that failed, as the grains do it.</summary>
internal sealed class SimulatedCoordinator
{
    public static readonly EngineFacts Engine = new(_ => "engine-1-here", (_, _) => _ => null);

    private readonly Dictionary<string, Activation> _activations = [];
    private readonly EventLoop _loop;
    private readonly Random _random;
    private readonly Witness _witness;
    private readonly Dispatcher _dispatcher;
    private readonly CoordinatorOptions _options;
    private readonly Task _announced;

    public SimulatedCoordinator(EventLoop loop, ISweepStore disk, Random random, Witness witness, CoordinatorOptions options, Func<bool> writeFails)
    {
        _loop = loop;
        _random = random;
        _witness = witness;
        _options = options;
        Process = new SimulatedProcess(loop);
        Store = new SimulatedStore(Process, loop, disk, random, writeFails);
        _dispatcher = new Dispatcher(GrantAsync);
        _announced = AnnounceStoredAsync();
    }

    public SimulatedProcess Process { get; }

    public SimulatedStore Store { get; }

    public Task<SweepSummary> SubmitAsync(string sweepId, SweepSubmission submission)
    {
        return WithAsync(sweepId, async sweep =>
        {
            SweepSummary summary = await sweep.Coordinator.SubmitAsync(submission);
            await sweep.PrepareAsync();
            _dispatcher.Announce(sweepId);
            return summary;
        });
    }

    public async Task<ImmutableArray<Lease>> LeaseAsync(LeaseRequest request)
    {
        await _announced;
        return await _dispatcher.LeaseAsync(request);
    }

    public Task<RunCheckpoint?> ReadCheckpointAsync(Lease lease)
    {
        return WithAsync(lease.SweepId, sweep => sweep.Coordinator.ReadCheckpointAsync(lease.Run, lease.Attempt));
    }

    public Task<ImmutableArray<ReportAnswer>> ReportAsync(string sweepId, string trainer, ImmutableArray<RunReport> reports)
    {
        return WithAsync(sweepId, sweep =>
        {
            Task<ImmutableArray<ReportAnswer>> answers = sweep.Coordinator.ReportAsync(trainer, reports);
            _witness.Taken(sweepId, reports);
            return answers;
        });
    }

    public Task<SweepSummary> PauseAsync(string sweepId)
    {
        return WithAsync(sweepId, sweep => sweep.Coordinator.PauseAsync());
    }

    public Task<SweepSummary> CancelAsync(string sweepId)
    {
        return WithAsync(sweepId, sweep => sweep.Coordinator.CancelAsync());
    }

    public Task<SweepSummary> ResumeAsync(string sweepId)
    {
        return WithAsync(sweepId, async sweep =>
        {
            if (await sweep.Coordinator.ResumeAsync())
            {
                await sweep.PrepareAsync();
                _dispatcher.Announce(sweepId);
            }

            return sweep.Coordinator.Summary();
        });
    }

    public Task<SweepSummary> SummaryAsync(string sweepId)
    {
        return WithAsync(sweepId, sweep => Task.FromResult(sweep.Coordinator.Progress().Summary));
    }

    /// <summary>Tries what has failed again, unless the sweep has ended and is looked at.</summary>
    public Task<SweepSummary> RetryAsync(string sweepId)
    {
        return WithAsync(sweepId, async sweep =>
        {
            if (sweep.Coordinator.Summary().State == SweepState.Running && await sweep.Coordinator.RetryAsync() > 0)
            {
                _dispatcher.Announce(sweepId);
            }

            return sweep.Coordinator.Summary();
        });
    }

    public Task<Leaderboard> LeaderboardAsync(string sweepId)
    {
        return WithAsync(sweepId, sweep => Task.FromResult(sweep.Coordinator.Leaderboard(null)));
    }

    private async Task AnnounceStoredAsync()
    {
        foreach (StoredSweep sweep in await Store.ListSweepsAsync())
        {
            if (sweep.State == SweepState.Running)
            {
                _dispatcher.Announce(sweep.SweepId);
            }
        }
    }

    private async Task<Grants?> GrantAsync(string sweepId, string trainer, int slots)
    {
        try
        {
            return await WithAsync(sweepId, sweep => sweep.Coordinator.GrantAsync(trainer, slots));
        }
        catch (Exception)
        {
            return null;
        }
    }

    private async Task<T> WithAsync<T>(string sweepId, Func<Activation, Task<T>> call)
    {
        Activation activation;
        while (_activations.TryGetValue(sweepId, out activation!) && activation.Ending)
        {
            await activation.Over.Task;
        }

        if (activation is null)
        {
            activation = _activations[sweepId] = new Activation(this, sweepId);
            activation.Opened = activation.OpenAsync();
        }

        activation.Calls++;
        try
        {
            await activation.Opened;
            return await call(activation);
        }
        finally
        {
            activation.Calls--;
            EndIfDone(activation);
        }
    }

    private void EndIfDone(Activation activation)
    {
        if (activation is { Ending: true, Calls: 0 } && _activations.GetValueOrDefault(activation.SweepId) == activation)
        {
            _activations.Remove(activation.SweepId);
            activation.Over.SetResult();
        }
    }

    /// <summary>What a grain is between its activation and its deactivation: when it is to end, calls under way end first, and others wait.</summary>
    private sealed class Activation
    {
        private readonly SimulatedCoordinator _process;

        public Activation(SimulatedCoordinator process, string sweepId)
        {
            _process = process;
            SweepId = sweepId;
            SweepObserver observer = process._witness.Observe(sweepId, () => Ending = true);
            Coordinator = new SweepCoordinator(
                sweepId, process.Store, FakeModel.Catalog, Engine, process._options, process._witness.IsGone, process._loop, observer);
        }

        public string SweepId { get; }

        public SweepCoordinator Coordinator { get; }

        public Task Opened { get; set; } = Task.CompletedTask;

        public TaskCompletionSource Over { get; } = new();

        public int Calls { get; set; }

        public bool Ending { get; private set; }

        public async Task OpenAsync()
        {
            try
            {
                await Coordinator.OpenAsync();
                if (Coordinator.Exists)
                {
                    await PrepareAsync();
                }
            }
            catch
            {
                Ending = true;
                throw;
            }
        }

        public async Task PrepareAsync()
        {
            if (await Coordinator.AskYardsticksAsync() is not null)
            {
                _ = EstimateAsync();
            }
        }

        private async Task EstimateAsync()
        {
            Calls++;
            try
            {
                await _process.Process.DelayAsync(TimeSpan.FromMilliseconds(_process._random.Next(1, 2000)));
                if (!Ending)
                {
                    Coordinator.SetSecondSample(Fate.Yardsticks.SecondSample);
                }

                // As long as several runs take, now and then; an activation that ends gives it up.
                int seconds = _process._random.Next(_process._random.Next(2) == 0 ? 1 : 60);
                for (int second = 0; second < seconds && !Ending; second++)
                {
                    await _process.Process.DelayAsync(TimeSpan.FromSeconds(1));
                }

                if (!Ending)
                {
                    await Coordinator.SetYardsticksAsync(Fate.Yardsticks);
                }
            }
            catch (Exception)
            {
                Ending = true;
            }
            finally
            {
                Calls--;
                _process.EndIfDone(this);
            }
        }
    }
}
