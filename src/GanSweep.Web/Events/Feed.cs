using System.Runtime.CompilerServices;

namespace GanSweep.Web.Events;

/// <summary>
/// What many watch and one asks for: as long as there is a watcher, it is asked for again and again, once for all of them, and each is given what is new. A
/// watcher that is slow is given the latest. Where nobody watches, nothing is asked.
/// </summary>
/// <typeparam name="TState">What is watched: immutable.</typeparam>
/// <param name="ask">Asks, given what was known last, and answers with the same object where nothing is new.</param>
/// <param name="time">The clock.</param>
internal sealed class Feed<TState>(Func<TState?, Task<TState>> ask, TimeProvider time)
    where TState : class
{
    /// <summary>How often it is asked for.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(0.5);

    private readonly Lock _lock = new();
    private TaskCompletionSource _news = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TState? _state;
    private object? _round;
    private int _watchers;

    /// <summary>How many watch.</summary>
    public int Watchers
    {
        get
        {
            lock (_lock)
            {
                return _watchers;
            }
        }
    }

    /// <summary>What is there, once it is known, and then whatever is newer; null where nothing has been new for a while.</summary>
    /// <param name="patience">The while.</param>
    /// <param name="cancellationToken">Ends the watch.</param>
    public async IAsyncEnumerable<TState?> WatchAsync(TimeSpan patience, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Enter();
        try
        {
            TState? seen = null;
            while (!cancellationToken.IsCancellationRequested)
            {
                TState? state;
                Task news;
                lock (_lock)
                {
                    state = _state;
                    news = _news.Task;
                }

                if (!ReferenceEquals(state, seen))
                {
                    seen = state;
                    yield return state;
                }
                else if (!await HappensAsync(news, patience, cancellationToken))
                {
                    yield return null;
                }
            }
        }
        finally
        {
            Leave();
        }
    }

    private void Enter()
    {
        lock (_lock)
        {
            if (++_watchers == 1)
            {
                _round = new object();
                _ = AskAsync(_round);
            }
        }
    }

    private void Leave()
    {
        lock (_lock)
        {
            if (--_watchers == 0)
            {
                _round = null;

                // Whoever comes next is not shown what was long ago.
                _state = null;
            }
        }
    }

    // From the first watcher's coming to the last one's leaving is a round.
    private async Task AskAsync(object round)
    {
        TState? last = null;
        do
        {
            try
            {
                TState state = await ask(last);
                if (!ReferenceEquals(state, last))
                {
                    last = state;
                    Tell(state, round);
                }
            }
#pragma warning disable CA1031 // Whoever watches goes on watching: a store that fails is opened anew, and says so itself.
            catch (Exception)
#pragma warning restore CA1031
            {
                // It is asked for again.
            }

            await Task.Delay(Interval, time, CancellationToken.None);
        }
        while (IsOn(round));
    }

    private bool IsOn(object round)
    {
        lock (_lock)
        {
            return ReferenceEquals(_round, round);
        }
    }

    private void Tell(TState state, object round)
    {
        TaskCompletionSource told;
        lock (_lock)
        {
            if (!ReferenceEquals(_round, round))
            {
                return;
            }

            _state = state;
            told = _news;
            _news = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        told.SetResult();
    }

    private async Task<bool> HappensAsync(Task news, TimeSpan patience, CancellationToken cancellationToken)
    {
        try
        {
            await news.WaitAsync(patience, time, cancellationToken);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
        catch (OperationCanceledException)
        {
            return true;
        }
    }
}
