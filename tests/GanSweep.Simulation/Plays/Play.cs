using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using GanSweep.Contracts.Sweeps;
using GanSweep.Simulation.VirtualTime;
using GanSweep.Simulation.World;
using GanSweep.Sweeps.Coordination;
using GanSweep.Sweeps.Testing.Stores;
using GanSweep.Sweeps.Views;
using GanSweep.Tables;

namespace GanSweep.Simulation.Plays;

/// <summary>
/// Two sweeps that share some runs, on a cluster in which everything goes wrong for a while. All of it follows from the seed.
/// </summary>
internal sealed class Play
{
    public static readonly TableSize TableSize = new(3, 2);

    private static readonly byte[] Table = "a,b\n1,2\n3,1\n2,2\n"u8.ToArray();
    private static readonly string TableHash = Convert.ToHexStringLower(SHA256.HashData(Table));

    private readonly EventLoop _loop = new();
    private readonly MemorySweepStore _disk = new();
    private readonly CoordinatorOptions _options = new();
    private readonly Random _random;
    private readonly Network _network;
    private readonly Trouble _trouble;
    private readonly TimeSpan _calmAt;
    private readonly List<SimulatedTrainer> _trainers = [];
    private readonly ImmutableArray<PlannedSweep> _sweeps;
    private readonly HashSet<string> _ended = [];
    private readonly SimulatedProcess _client;
    private SimulatedCoordinator? _coordinator;
    private TimeSpan _diskFullUntil;
    private int _trainersEver;

    public Play(int seed, Trouble? trouble = null, Action<string>? tell = null)
    {
        _random = new Random(seed);
        _network = new Network(_loop, _random);
        Witness = new Witness(_loop, _disk, _options, tell);
        _client = new SimulatedProcess(_loop);
        _trouble = trouble ?? Trouble.Draw(_random);
        _calmAt = _loop.Now + (trouble == Trouble.None ? TimeSpan.Zero : TimeSpan.FromSeconds(_random.Next(5, 60)));
        int epochs = _random.Next(1, 12);
        _sweeps = [new PlannedSweep("first", _random, epochs, TableHash), new PlannedSweep("second", _random, epochs, TableHash)];
    }

    public Witness Witness { get; }

    /// <summary>How long it took in the world.</summary>
    public TimeSpan Took { get; private set; }

    /// <summary>Plays to the end.</summary>
    /// <returns>What must not have happened, in words; nothing if all is well.</returns>
    public string Run()
    {
        _loop.After(TimeSpan.Zero, () => _ = _disk.SaveDatasetAsync(TableHash, Table));
        _loop.After(TimeSpan.Zero, Begin);
        bool ended = _loop.RunUntil(() => _ended.Count == _sweeps.Length || Witness.Violations.Count > 0, _calmAt + TimeSpan.FromMinutes(20));
        Took = _loop.Now;
        if (Witness.Violations.Count == 0 && !ended)
        {
            Witness.Violations.Add($"Of {_sweeps.Length} sweeps {_ended.Count} have ended within twenty minutes of peace");
        }

        return string.Join('\n', Witness.Violations);
    }

    private void Begin()
    {
        StartCoordinator();
        for (int trainers = _random.Next(1, 4); trainers > 0; trainers--)
        {
            StartTrainer();
        }

        if (_calmAt > _loop.Now)
        {
            _network.Trouble = _trouble;
            Repeat(_trouble.Kills, KillTrainer);
            Repeat(_trouble.Freezes, FreezeTrainer);
            Repeat(_trouble.Restarts, RestartCoordinator);
            Repeat(_trouble.DiskFailures, () => _diskFullUntil = _loop.Now + TimeSpan.FromMilliseconds(_random.Next(10, 3000)));
            Repeat(_trouble.ClientCalls, () => _ = CallAsync());
            _loop.After(_calmAt - _loop.Now, CalmDown);
        }

        foreach (PlannedSweep sweep in _sweeps)
        {
            _loop.After(TimeSpan.FromMilliseconds(_random.Next(0, 10_000)), () => _ = FollowAsync(sweep));
        }
    }

    private void CalmDown()
    {
        _network.Trouble = Trouble.None;
        _diskFullUntil = _loop.Now;
        StartTrainer();
    }

    private void StartCoordinator()
    {
        _coordinator = new SimulatedCoordinator(_loop, _disk, _random, Witness, _options, WriteFails);
    }

    private bool WriteFails()
    {
        return _loop.Now < _diskFullUntil || (_loop.Now < _calmAt && _random.NextDouble() < _trouble.FailedWrites);
    }

    private void RestartCoordinator()
    {
        if (_coordinator is { } killed)
        {
            Witness.Count("restarts");
            killed.Process.Kill();
            killed.Store.Crash();
            _coordinator = null;
            _loop.After(TimeSpan.FromMilliseconds(_random.Next(10, 15_000)), StartCoordinator);
        }
    }

    private void StartTrainer()
    {
        SimulatedTrainer trainer = new(
            string.Create(CultureInfo.InvariantCulture, $"trainer {++_trainersEver}"), _random.Next(1, 4), _loop, _network, _random, Witness, () => _coordinator);
        _trainers.Add(trainer);
        trainer.Start();
    }

    private void KillTrainer()
    {
        if (_trainers.Count == 0)
        {
            return;
        }

        Witness.Count("kills");
        SimulatedTrainer trainer = _trainers[_random.Next(_trainers.Count)];
        _trainers.Remove(trainer);
        if (_random.Next(2) == 0)
        {
            trainer.Leave();
            _loop.After(TimeSpan.FromSeconds(_random.Next(1, 10)), trainer.Process.Kill);
        }
        else
        {
            trainer.Process.Kill();
            if (_random.Next(2) == 0)
            {
                _loop.After(TimeSpan.FromMilliseconds(_random.Next(1, 5000)), () => Witness.Bury(trainer.Name));
            }
        }

        _loop.After(TimeSpan.FromMilliseconds(_random.Next(10, 20_000)), StartTrainer);
    }

    private void FreezeTrainer()
    {
        if (_trainers.Count > 0)
        {
            Witness.Count("freezes");
            SimulatedProcess process = _trainers[_random.Next(_trainers.Count)].Process;
            process.Stop();
            _loop.After(TimeSpan.FromMilliseconds(_random.Next(100, 30_000)), process.Continue);
        }
    }

    // What a client might ask while things go wrong.
    private async Task CallAsync()
    {
        PlannedSweep sweep = _sweeps[_random.Next(_sweeps.Length)];
        int kind = _random.Next(6);
        try
        {
            await ClientAsync(to => kind switch
            {
                0 => to.PauseAsync(sweep.Id),
                1 => to.CancelAsync(sweep.Id),
                2 => to.ResumeAsync(sweep.Id),
                3 => to.RetryAsync(sweep.Id),
                _ => to.SubmitAsync(sweep.Id, sweep.Submission),
            });
        }
        catch (Exception)
        {
            // It may never have been submitted, or the call was lost.
        }
    }

    // Submits, and asks until the sweep has ended; what others paused or cancelled goes on.
    private async Task FollowAsync(PlannedSweep sweep)
    {
        while (true)
        {
            try
            {
                SweepSummary summary = await ClientAsync(to => to.SubmitAsync(sweep.Id, sweep.Submission));
                if (summary.State == SweepState.Paused)
                {
                    await ClientAsync(to => to.ResumeAsync(sweep.Id));
                }

                if (summary.State == SweepState.Completed)
                {
                    Check(sweep, await ClientAsync(to => to.LeaderboardAsync(sweep.Id)));
                    return;
                }
            }
            catch (Exception)
            {
                // Lost, or the disk is full.
            }

            await _client.DelayAsync(TimeSpan.FromSeconds(1));
        }
    }

    private void Check(PlannedSweep sweep, Leaderboard leaderboard)
    {
        // Nothing may be changed by what comes yet.
        string expected = sweep.Expected();
        string actual = sweep.Actual(leaderboard, _disk);
        Witness.Expect(expected == actual, $"{sweep.Id} was to end as\n{expected}and ended as\n{actual}");
        string stored = sweep.Actual(StoredSweepView.OpenAsync(_disk, sweep.Id, FakeModel.Catalog, SimulatedCoordinator.Engine.OfRun).AtOnce().Leaderboard(null), _disk);
        Witness.Expect(expected == stored, $"{sweep.Id} was to be stored as\n{expected}and is stored as\n{stored}");
        int[] lost = [.. Witness.AcknowledgedOf(sweep.Id).Except(leaderboard.Rows.Where(row => row.State == Contracts.Runs.RunState.Completed).Select(row => row.Run))];
        Witness.Expect(lost.Length == 0, $"The results of runs {string.Join(", ", lost)} of {sweep.Id} were acknowledged and lost");
        (string decided, string kept) = (sweep.ExpectedCohorts(), sweep.ActualCohorts(_disk));
        Witness.Expect(decided == kept, $"The search of {sweep.Id} was to decide\n{decided}\nand has decided\n{kept}");
        Witness.Count("cohorts", kept.Length == 0 ? 0 : kept.Count(letter => letter == '\n') + 1);
        string[] left = [.. LeftBehind(sweep)];
        Witness.Expect(left.Length == 0, $"{sweep.Id} has ended, and the store keeps checkpoints of {string.Join(", ", left)}");
        SweepCounts counts = leaderboard.Summary.Counts;
        Witness.Expect(
            counts is { Pending: 0, Running: 0 } && counts.Completed + counts.Failed == counts.Total && counts.Total == sweep.Runs.Count,
            $"{sweep.Id} has ended with {counts}");
        _ended.Add(sweep.Id);
    }

    // Those that the other sweep may have left are its own.
    private IEnumerable<string> LeftBehind(PlannedSweep sweep)
    {
        HashSet<string> others = [.. _sweeps.Where(other => !_ended.Contains(other.Id) && other != sweep).SelectMany(other => other.Runs).Select(run => run.RunKey)];
        return sweep.Runs
            .Where(run => run.Kind == FateKind.Completes && !others.Contains(run.RunKey) && _disk.ReadCheckpointAsync(run.RunKey).AtOnce() is not null)
            .Select(run => $"{run.RunKey} {string.Join(";", _sweeps.SelectMany(s => s.Runs.Select((r, i) => (s, r, i)).Where(x => x.r.RunKey == run.RunKey).Select(x => $"{x.s.Id} run {x.i + 1} {x.s.Submission.Json} {x.s.Definition.Plan.Rungs.Length}")))} {Encoding.ASCII.GetString(_disk.ReadCheckpointAsync(run.RunKey).AtOnce()!.Content)}");
    }

    private Task<T> ClientAsync<T>(Func<SimulatedCoordinator, Task<T>> call)
    {
        return _network.CallAsync<T>(_client, () => _coordinator is { } to ? (to.Process, () => call(to)) : null);
    }

    private void Repeat(TimeSpan mean, Action fault)
    {
        if (mean == TimeSpan.Zero)
        {
            return;
        }

        TimeSpan next = mean * -Math.Log(1 - _random.NextDouble());
        if (_loop.Now + next < _calmAt)
        {
            _loop.After(next, () =>
            {
                fault();
                Repeat(mean, fault);
            });
        }
    }
}
