using System.Collections.Concurrent;
using System.Collections.Immutable;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Sweeps;
using GanSweep.Documents;
using GanSweep.Web.Sweeps;

namespace GanSweep.Web.Events;

/// <summary>What is watched: sweeps, each asked for once for all who watch it, and the list of them.</summary>
/// <param name="sweeps">The sweeps.</param>
/// <param name="time">The clock.</param>
internal sealed class SweepFeeds(SweepDirectory sweeps, TimeProvider time)
{
    // Long enough for every watcher to be told of a run's last epochs.
    private static readonly TimeSpan Afterglow = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, Feed<WatchedSweep>> _feeds = [];

    /// <summary>The list of all sweeps.</summary>
    public Feed<ListDocument> List { get; } = new(last => AskListAsync(sweeps, last), time);

    /// <summary>A sweep.</summary>
    public Feed<WatchedSweep> Of(string sweepId)
    {
        // Those that nobody watches are nothing but a name.
        return _feeds.GetOrAdd(sweepId, id => new Feed<WatchedSweep>(last => AskAsync(id, last), time));
    }

    private static async Task<ListDocument> AskListAsync(SweepDirectory sweeps, ListDocument? last)
    {
        ListDocument list = new([.. (await sweeps.ListAsync(CancellationToken.None)).Select(SummaryDocument.Of)]);
        return last is not null && last.Sweeps.SequenceEqual(list.Sweeps) ? last : list;
    }

    private async Task<WatchedSweep> AskAsync(string id, WatchedSweep? last)
    {
        ISweepGrain sweep = sweeps.Sweep(id);
        ProgressDocument progress = ProgressDocument.Of(await sweep.GetProgressAsync());
        string text = JsonDocuments.Line(progress);
        if (text == last?.Text && last.Losses.Values.All(losses => losses.EndedAt is null))
        {
            return last;
        }

        ImmutableSortedDictionary<int, WatchedLosses>.Builder losses = ImmutableSortedDictionary.CreateBuilder<int, WatchedLosses>();
        Dictionary<int, RunDocument> running = progress.Running.ToDictionary(run => run.Run);
        foreach ((int run, RunDocument row) in running)
        {
            WatchedLosses? known = last?.Losses.GetValueOrDefault(run);
            losses[run] = known is { EndedAt: null } && known.LastEpoch == row.Epochs ? known : new WatchedLosses(await LossesOfAsync(sweep, run), null);
        }

        foreach ((int run, WatchedLosses ended) in last?.Losses ?? ImmutableSortedDictionary<int, WatchedLosses>.Empty)
        {
            if (running.ContainsKey(run))
            {
                continue;
            }

            if (ended.EndedAt is null)
            {
                losses[run] = new WatchedLosses(await LossesOfAsync(sweep, run), time.GetTimestamp());
            }
            else if (time.GetElapsedTime(ended.EndedAt.Value) < Afterglow)
            {
                losses[run] = ended;
            }
        }

        return new WatchedSweep(progress, text, EventName.Of(text), losses.ToImmutable());
    }

    private static async Task<LossHistory> LossesOfAsync(ISweepGrain sweep, int run)
    {
        return (await sweep.GetRunAsync(run)).Losses;
    }
}
