using GanSweep.Contracts.Access;
using GanSweep.Sweeps.Stores;

namespace GanSweep.Sweeps.Access;

/// <summary>The log of who did what. What was refused is in it too, but only so much of it: whoever is refused cannot fill the disk.</summary>
public sealed class AuditLog
{
    /// <summary>The most entries that are read at once.</summary>
    public const int LongestPage = 1000;

    private const int MostRefusalsAtOnce = 20;
    private static readonly TimeSpan RefusalInterval = TimeSpan.FromSeconds(30);

    private readonly IAccessStore _store;
    private readonly TimeProvider _time;
    private readonly Lock _refusing = new();
    private double _refusals = MostRefusalsAtOnce;
    private DateTimeOffset? _refusedAt;
    private long _unwritten;

    internal AuditLog(IAccessStore store, TimeProvider time)
    {
        _store = store;
        _time = time;
    }

    /// <summary>Adds that something was done: on disk when this returns.</summary>
    public Task AppendAsync(Actor actor, string action, string? sweep = null, string? detail = null)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return _store.AppendAuditAsync(new AuditEntry { At = _time.GetUtcNow(), Who = actor.Who, From = actor.From, Action = action, Sweep = sweep, Detail = detail });
    }

    /// <summary>Adds that somebody was not let: twenty at once, and one more every half minute. Those between are counted.</summary>
    /// <returns>Whether it was added.</returns>
    public async Task<bool> AppendRefusalAsync(Actor actor, string detail)
    {
        long unwritten;
        lock (_refusing)
        {
            DateTimeOffset now = _time.GetUtcNow();
            _refusals = Math.Min(MostRefusalsAtOnce, _refusals + ((now - (_refusedAt ?? now)) / RefusalInterval));
            _refusedAt = now;
            if (_refusals < 1)
            {
                _unwritten++;
                return false;
            }

            _refusals--;
            unwritten = _unwritten;
            _unwritten = 0;
        }

        await AppendAsync(actor, "refused", sweep: null, unwritten == 0 ? detail : $"{detail}; {unwritten:N0} more before it were not written");
        return true;
    }

    /// <summary>Entries, the latest first.</summary>
    /// <param name="before">The number before which to begin; null for the end.</param>
    /// <param name="count">How many at most; 1 to <see cref="LongestPage"/>, and what is beyond counts as that.</param>
    public Task<IReadOnlyList<AuditEntry>> ReadAsync(long? before, int count)
    {
        return _store.ReadAuditAsync(before, Math.Clamp(count, 1, LongestPage));
    }
}
