using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using GanSweep.Contracts.Sweeps;
using GanSweep.Documents;
using GanSweep.Web.Sweeps;

namespace GanSweep.Web.Events;

/// <summary>The events of a sweep, and of the list of sweeps, from where a watcher stands on.</summary>
/// <param name="feeds">What is watched.</param>
internal sealed class SweepEvents(SweepFeeds feeds)
{
    /// <summary>After how long without an event a heartbeat is sent.</summary>
    public static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    /// <summary>A sweep's events: losses as they come, and its progress whole whenever it has changed.</summary>
    /// <param name="sweep">The sweep.</param>
    /// <param name="lastEventId">What the watcher has been told.</param>
    /// <param name="beat">Sends a heartbeat.</param>
    /// <param name="cancellationToken">Ends them.</param>
    public async IAsyncEnumerable<SseItem<string>> OfAsync(
        FoundSweep sweep, string? lastEventId, Func<Task> beat, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        EventCursor cursor = EventCursor.Parse(lastEventId);
        bool isFirst = true;
        await foreach (WatchedSweep? state in feeds.Of(sweep.Id).WatchAsync(Heartbeat, cancellationToken))
        {
            if (state is null)
            {
                await beat();
                continue;
            }

            // Of runs that ended while the watcher was away, the epochs that it has not been told.
            foreach (int run in isFirst ? cursor.Epochs.Keys.Where(run => !state.Losses.ContainsKey(run)) : [])
            {
                WatchedLosses? ended = await LossesOfAsync(sweep.Grain, run, cancellationToken);
                if (ended?.After(cursor.Epochs[run]) is { } rest)
                {
                    cursor = cursor with { Epochs = cursor.Epochs.SetItem(run, ended.LastEpoch) };
                    yield return Event(EventKinds.Losses, JsonDocuments.Line(new LossesEvent(run, rest)), cursor);
                }

                cursor = cursor with { Epochs = cursor.Epochs.Remove(run) };
            }

            foreach ((int run, WatchedLosses losses) in state.Losses)
            {
                if (losses.After(cursor.Epochs.GetValueOrDefault(run)) is { } rest)
                {
                    cursor = cursor with { Epochs = cursor.Epochs.SetItem(run, losses.LastEpoch) };
                    yield return Event(EventKinds.Losses, JsonDocuments.Line(new LossesEvent(run, rest)), cursor);
                }
            }

            // Runs that have ended are not spoken of again once their end has been told.
            cursor = cursor with { Epochs = cursor.Epochs.RemoveRange(cursor.Epochs.Keys.Where(run => !state.Losses.ContainsKey(run)).ToList()) };
            if (state.Name != cursor.Name)
            {
                cursor = cursor with { Name = state.Name };
                yield return Event(EventKinds.Progress, state.Text, cursor);
            }
            else if (isFirst)
            {
                // So that whoever waits for the head of the answer has it.
                await beat();
            }

            isFirst = false;
        }
    }

    /// <summary>The events of all sweeps: the list at first, unless the watcher has it, then each sweep that is new or has changed.</summary>
    /// <param name="lastEventId">What the watcher has been told.</param>
    /// <param name="beat">Sends a heartbeat.</param>
    /// <param name="cancellationToken">Ends them.</param>
    public async IAsyncEnumerable<SseItem<string>> OfAllAsync(string? lastEventId, Func<Task> beat, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Dictionary<string, SummaryDocument>? told = null;
        await foreach (ListDocument? list in feeds.List.WatchAsync(Heartbeat, cancellationToken))
        {
            if (list is null)
            {
                await beat();
            }
            else if (told is null)
            {
                told = list.Sweeps.ToDictionary(sweep => sweep.Sweep);
                string name = NameOf(told);
                if (name == lastEventId)
                {
                    await beat();
                }
                else
                {
                    yield return new SseItem<string>(JsonDocuments.Line(list), EventKinds.Sweeps) { EventId = name };
                }
            }
            else
            {
                // The earliest first, so that the last event leaves the list as it is.
                foreach (SummaryDocument sweep in list.Sweeps.Reverse())
                {
                    if (told.GetValueOrDefault(sweep.Sweep) != sweep)
                    {
                        told[sweep.Sweep] = sweep;
                        yield return new SseItem<string>(JsonDocuments.Line(sweep), EventKinds.Sweep) { EventId = NameOf(told) };
                    }
                }
            }
        }
    }

    private static SseItem<string> Event(string kind, string data, EventCursor cursor)
    {
        return new SseItem<string>(data, kind) { EventId = cursor.ToString() };
    }

    private static string NameOf(Dictionary<string, SummaryDocument> sweeps)
    {
        return EventName.Of(string.Join('\n', sweeps.Values.OrderBy(sweep => sweep.Sweep, StringComparer.Ordinal).Select(JsonDocuments.Line)));
    }

    private static async Task<WatchedLosses?> LossesOfAsync(ISweepGrain sweep, int run, CancellationToken cancellationToken)
    {
        try
        {
            return new WatchedLosses((await sweep.GetRunAsync(run).WaitAsync(cancellationToken)).Losses, null);
        }
        catch (RunNotFoundException)
        {
            return null;
        }
    }
}
