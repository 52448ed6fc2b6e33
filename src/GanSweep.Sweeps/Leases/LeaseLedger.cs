using System.Runtime.InteropServices;
using GanSweep.Contracts.Runs;
using GanSweep.Sweeps.Stores;

namespace GanSweep.Sweeps.Leases;

/// <summary>
/// Who may train which run of a sweep. Pure: it knows no clock and no store; times are handed in, and every change is a
/// <see cref="StoredRun"/> that the caller puts on disk before telling anyone.
/// <para>
/// A run is pending, leased, completed or failed. Each lease has an attempt number that only grows, so a report counts only under the
/// attempt that holds the lease now. A lease that is not renewed in time is overdue: its run is pending again, but until someone else is
/// granted it, its holder may still come back.
/// </para>
/// <para>
/// Runs with one key are one training. The first of them that is heard of, the original, is leased; the others, its copies, never are: each
/// waits for it and, when it is next in line after that, ends as the original has.
/// </para>
/// </summary>
/// <param name="runCount">The sweep's runs are 1 to this; those never heard of are pending.</param>
/// <param name="maxAttempts">Failed attempts after which a run has failed.</param>
/// <param name="keyOf">The run key of a run, by the engine of this version.</param>
/// <param name="isKnown">Whether it is known yet what a run is; null if it is of every run.</param>
internal sealed class LeaseLedger(int runCount, int maxAttempts, Func<int, string> keyOf, Func<int, bool>? isKnown = null)
{
    // A sweep may have a million runs: those that were never leased are only a number to count on from.
    private readonly Dictionary<int, StoredRun> _known = [];
    private readonly Dictionary<int, Holder> _leases = [];
    private readonly SortedSet<int> _waiting = [];
    private readonly Dictionary<string, int> _originals = [];
    private readonly Dictionary<int, List<int>> _copies = [];
    private int _firstUnheardOf = 1;

    /// <summary>The number of runs.</summary>
    public int RunCount { get; private set; } = runCount;

    /// <summary>Every run that was ever leased or reused.</summary>
    public IReadOnlyCollection<StoredRun> Known => _known.Values;

    /// <summary>The runs that are leased.</summary>
    public IReadOnlyCollection<int> Leased => _leases.Keys;

    /// <summary>How many have completed.</summary>
    public int Completed { get; private set; }

    /// <summary>How many of those were found instead of trained.</summary>
    public int Reused { get; private set; }

    /// <summary>How many have completed as copies of another run; they count as reused too.</summary>
    public int Shared { get; private set; }

    /// <summary>How many have failed.</summary>
    public int Failed { get; private set; }

    /// <summary>How many wait.</summary>
    public int Pending => RunCount - Completed - Failed - _leases.Count;

    /// <summary>Whether every run has completed or failed.</summary>
    public bool Ended => Completed + Failed == RunCount;

    /// <summary>A run that was ever leased or reused, or null.</summary>
    public StoredRun? Find(int run)
    {
        return _known.GetValueOrDefault(run);
    }

    /// <summary>The trainer that holds a run's lease, or null.</summary>
    public string? HolderOf(int run)
    {
        return _leases.TryGetValue(run, out Holder holder) ? holder.Trainer : null;
    }

    /// <summary>Whether an attempt is the one that counts: the last granted, and neither ended nor given back.</summary>
    public bool Holds(int run, int attempt)
    {
        return _known.TryGetValue(run, out StoredRun? known) && known.State == RunState.Running && known.Attempt == attempt;
    }

    /// <summary>Takes a run over from the store. A lease that was granted before a restart goes on: its holder has <paramref name="overdueAt"/> to report.</summary>
    public void Restore(StoredRun run, TimeSpan overdueAt)
    {
        Put(run);
        if (run.State == RunState.Running)
        {
            _leases[run.Run] = new Holder("", overdueAt);
        }
    }

    /// <summary>The lowest run that was never leased or reused; above <see cref="RunCount"/> if there is none.</summary>
    public int FirstUnheardOf()
    {
        while (_known.ContainsKey(_firstUnheardOf))
        {
            _firstUnheardOf++;
        }

        return _firstUnheardOf;
    }

    /// <summary>There are no runs after this one; none was ever heard of.</summary>
    public void EndAfter(int run)
    {
        RunCount = run;
    }

    /// <summary>The run whose training is this one's: the first that was heard of with its key, itself as a rule.</summary>
    /// <param name="run">A run that was ever heard of.</param>
    public int OriginalOf(int run)
    {
        return _originals[_known[run].RunKey];
    }

    /// <summary>Grants the lowest waiting run, or returns null if there is none.</summary>
    /// <param name="trainer">Who gets it.</param>
    /// <param name="overdueAt">When the lease is overdue unless it is renewed.</param>
    /// <param name="ended">Receives the copies before it whose originals have ended, ended as those.</param>
    public StoredRun? Grant(string trainer, TimeSpan overdueAt, ICollection<StoredRun> ended)
    {
        while (Next() is int run)
        {
            StoredRun waiting = WithItsKey(run);
            StoredRun original = _originals.TryGetValue(waiting.RunKey, out int first) ? _known[first] : waiting;
            if (original.Run == run)
            {
                _leases[run] = new Holder(trainer, overdueAt);
                return Put(waiting with { State = RunState.Running, Attempt = waiting.Attempt + 1, Trainer = trainer });
            }

            if (original.State is RunState.Completed or RunState.Failed)
            {
                ended.Add(Put(EndedAs(waiting, original)));
            }
            else
            {
                Put(waiting);
                _waiting.Remove(run);
                CopiesOf(original.Run).Add(run);
            }
        }

        return null;
    }

    /// <summary>Renews the lease of the attempt that counts, an overdue one included.</summary>
    /// <returns>Whether the attempt counts. If not, its holder must stop.</returns>
    public bool Renew(int run, int attempt, string trainer, TimeSpan overdueAt)
    {
        if (!Holds(run, attempt))
        {
            return false;
        }

        _waiting.Remove(run);
        _leases[run] = new Holder(trainer, overdueAt);
        return true;
    }

    /// <summary>
    /// Lets the runs be granted anew whose leases are overdue or whose holders are gone. Nothing is written: until then the holder of an
    /// overdue lease may still come back.
    /// </summary>
    /// <param name="now">Leases due by now are overdue.</param>
    /// <param name="isGone">Whether a trainer is known to be dead.</param>
    /// <returns>The runs.</returns>
    public IReadOnlyList<int> Expire(TimeSpan now, Func<string, bool> isGone)
    {
        List<int> overdue =
            [.. _leases.Where(lease => lease.Value.OverdueAt <= now || isGone(lease.Value.Trainer)).Select(lease => lease.Key)];
        foreach (int run in overdue)
        {
            _leases.Remove(run);
            _waiting.Add(run);
        }

        return overdue;
    }

    /// <summary>Takes a lease back without a failure: its holder gave it back, or the sweep has stopped.</summary>
    public StoredRun Release(int run)
    {
        _leases.Remove(run);
        return Put(_known[run] with { State = RunState.Pending });
    }

    /// <summary>A run has completed, trained or reused.</summary>
    public StoredRun Complete(int run, RunSummary summary, bool reused)
    {
        _leases.Remove(run);
        StoredRun known = reused ? WithItsKey(run) : Find(run) ?? WithItsKey(run);
        return Put(known with
        {
            State = RunState.Completed,
            FailsAlike = false,
            Error = null,
            Reused = reused,
            Summary = summary,
            Trainer = reused ? null : known.Trainer,
        });
    }

    /// <summary>An attempt has failed: the run waits for another, or has failed if there were enough or another would fail alike.</summary>
    public StoredRun Fail(int run, string error, bool final)
    {
        _leases.Remove(run);
        StoredRun known = _known[run];
        int failures = known.FailedAttempts + 1;
        return Put(known with
        {
            State = final || failures >= maxAttempts ? RunState.Failed : RunState.Pending,
            FailsAlike = final,
            FailedAttempts = failures,
            Error = error,
        });
    }

    /// <summary>Makes a run that has ended wait again. Its attempts go on counting from where they were.</summary>
    public StoredRun Reopen(int run)
    {
        return Put(_known[run] with { State = RunState.Pending, FailedAttempts = 0, FailsAlike = false, Reused = false });
    }

    private int? Next()
    {
        return _waiting.Count > 0 ? _waiting.Min
            : FirstUnheardOf() is var run && run <= RunCount && isKnown?.Invoke(run) != false ? run
            : null;
    }

    private List<int> CopiesOf(int original)
    {
        return _copies.TryGetValue(original, out List<int>? copies) ? copies : _copies[original] = [];
    }

    private static StoredRun EndedAs(StoredRun copy, StoredRun original)
    {
        return copy with
        {
            State = original.State,
            FailsAlike = original.FailsAlike,
            FailedAttempts = original.FailedAttempts,
            Error = original.Error,
            Summary = original.Summary,
            Reused = original.State == RunState.Completed,
            Trainer = null,
        };
    }

    // A run that was stored waiting by a version with another engine is trained, or found, under the key of this one.
    private StoredRun WithItsKey(int run)
    {
        string key = keyOf(run);
        return _known.TryGetValue(run, out StoredRun? known)
            ? known with { RunKey = key }
            : new StoredRun(run, key, RunState.Pending, 0, 0, null, Reused: false, null);
    }

    // The one place where a run changes, so that the counts and the queue always agree with it.
    private StoredRun Put(StoredRun run)
    {
        Count(_known.GetValueOrDefault(run.Run), -1);
        _known[run.Run] = run;
        _originals.TryAdd(run.RunKey, run.Run);
        Count(run, +1);
        if (run.State == RunState.Pending)
        {
            _waiting.Add(run.Run);
        }
        else
        {
            _waiting.Remove(run.Run);
        }

        if (run.State is RunState.Completed or RunState.Failed && _copies.Remove(run.Run, out List<int>? copies))
        {
            _waiting.UnionWith(copies);
        }

        return run;
    }

    private void Count(StoredRun? run, int change)
    {
        Completed += run?.State == RunState.Completed ? change : 0;
        Reused += run is { State: RunState.Completed, Reused: true } ? change : 0;
        Shared += run is { State: RunState.Completed } && _originals[run.RunKey] != run.Run ? change : 0;
        Failed += run?.State == RunState.Failed ? change : 0;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Holder(string Trainer, TimeSpan OverdueAt);
}
