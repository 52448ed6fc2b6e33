using System.Collections.Concurrent;
using System.Globalization;
using GanSweep.Contracts.Sweeps;
using GanSweep.Reporting.Inputs;
using GanSweep.Settings.Models;

namespace GanSweep.Web.Pages.Data;

/// <summary>
/// Reads sweeps for pages, once for all who watch. How a sweep stands is asked for at most a few times a second; its leaderboard when runs have ended since,
/// and so seldom that most of the time goes to the trainers, however many runs there are.
/// </summary>
internal sealed class SweepReader(IGrainFactory grains, ModelCatalog models, TimeProvider time)
{
    private const int MostHeld = 32;
    private const int TimesItsCost = 10;
    private const int ManyRuns = 5_000;
    private const int FirstRuns = 50;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(0.3);
    private static readonly TimeSpan LeastAge = TimeSpan.FromSeconds(0.4);

    private readonly ConcurrentDictionary<string, Holder> _held = new(StringComparer.Ordinal);

    /// <summary>A sweep.</summary>
    /// <exception cref="SweepNotFoundException">There is none of this id.</exception>
    public async Task<SweepData> ReadAsync(string sweepId, CancellationToken cancellationToken)
    {
        Holder holder = _held.GetOrAdd(sweepId, _ => new Holder());
        try
        {
            return await holder.ReadAsync(grains.GetGrain<ISweepGrain>(sweepId), models, time).WaitAsync(cancellationToken);
        }
        catch (SweepNotFoundException)
        {
            _held.TryRemove(sweepId, out _);
            throw;
        }
        finally
        {
            Forget();
        }
    }

    // Those that were looked at longest ago.
    private void Forget()
    {
        if (_held.Count > MostHeld)
        {
            foreach (string sweepId in _held.OrderBy(pair => pair.Value.LastRead).Take(_held.Count - MostHeld).Select(pair => pair.Key))
            {
                _held.TryRemove(sweepId, out _);
            }
        }
    }

    private sealed class Holder
    {
        private readonly Lock _lock = new();
        private Task<SweepData>? _reading;
        private Task<SweepData>? _board;
        private SweepData? _data;
        private bool _isPartial;
        private long _boardAt;
        private TimeSpan _boardCost;
        private int _boards;

        public long LastRead { get; private set; }

        // Whoever comes while it is being read waits for the same answer.
        public Task<SweepData> ReadAsync(ISweepGrain sweep, ModelCatalog models, TimeProvider time)
        {
            lock (_lock)
            {
                return _reading is { IsCompleted: false } reading ? reading
                    : _data is { } fresh && time.GetElapsedTime(LastRead) < LeastAge ? Task.FromResult(fresh)
                    : _reading = ReadNowAsync(sweep, models, time);
            }
        }

        private async Task<SweepData> ReadNowAsync(ISweepGrain sweep, ModelCatalog models, TimeProvider time)
        {
            SweepProgress progress = await sweep.GetProgressAsync();
            Timeline timeline = await sweep.GetTimelineAsync();
            if (_data is null)
            {
                // Of a large sweep the best come at once, and the others when they are there.
                _isPartial = progress.Summary.Counts.Completed > ManyRuns;
                _data = await ReadBoardAsync(sweep, progress, timeline, models, time, _isPartial ? FirstRuns : null);
            }
            else if (_board is null && (_isPartial || (HasChanged(_data, progress) && time.GetElapsedTime(_boardAt) >= TimesItsCost * _boardCost)))
            {
                _board = ReadBoardAsync(sweep, progress, timeline, models, time, top: null);
                await Task.WhenAny(_board, Task.Delay(Patience, time));
            }

            if (_board is { IsCompleted: true } read)
            {
                // One that a busy coordinator did not give in time is asked for again.
                _board = null;
                if (read.IsCompletedSuccessfully)
                {
                    _data = await read;
                    _isPartial = false;
                }
                else
                {
                    _ = read.Exception;
                    _boardAt = time.GetTimestamp();
                }
            }

            _data = _data with { Progress = progress, Timeline = timeline };
            LastRead = time.GetTimestamp();
            return _data;
        }

        private async Task<SweepData> ReadBoardAsync(ISweepGrain sweep, SweepProgress progress, Timeline timeline, ModelCatalog models, TimeProvider time, int? top)
        {
            long start = time.GetTimestamp();
            Leaderboard board = await sweep.GetLeaderboardAsync(top);
            SweepInput input = new() { Board = board, Provenance = await sweep.GetProvenanceAsync(), Models = models };
            (_boardAt, _boardCost) = (time.GetTimestamp(), time.GetElapsedTime(start));
            return new SweepData(progress, input, (++_boards).ToString(CultureInfo.InvariantCulture)) { Timeline = timeline };
        }

        private static bool HasChanged(SweepData before, SweepProgress now)
        {
            Leaderboard board = before.Input.Board;
            SweepCounts counts = board.Summary.Counts;
            return board.Summary.State != now.Summary.State
                || (counts.Completed, counts.Failed, counts.Total) != (now.Summary.Counts.Completed, now.Summary.Counts.Failed, now.Summary.Counts.Total)
                || board.Summary.BestTotal != now.Summary.BestTotal
                || (now.Summary.State is SweepState.Completed && board.Yardsticks is null);
        }
    }
}
