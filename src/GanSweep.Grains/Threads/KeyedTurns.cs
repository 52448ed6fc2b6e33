using System.Collections.Concurrent;

namespace GanSweep.Grains.Threads;

/// <summary>Turns by key: who works on something that others want too has them wait, and find it done.</summary>
internal sealed class KeyedTurns
{
    private readonly ConcurrentDictionary<string, Turn> _turns = [];

    /// <summary>Waits for the turn, which lasts until what is returned is disposed of.</summary>
    /// <param name="key">What is worked on.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public async Task<IDisposable> TakeAsync(string key, CancellationToken cancellationToken)
    {
        Turn turn;
        do
        {
            turn = _turns.GetOrAdd(key, _ => new Turn());
        }
        while (!turn.TryJoin());

        try
        {
            await turn.Mine.WaitAsync(cancellationToken);
        }
        catch
        {
            Leave(key, turn);
            throw;
        }

        return new Taken(() =>
        {
            turn.Mine.Release();
            Leave(key, turn);
        });
    }

    private void Leave(string key, Turn turn)
    {
        if (turn.Leave())
        {
            _turns.TryRemove(KeyValuePair.Create(key, turn));
        }
    }

    private sealed class Turn
    {
        private readonly Lock _lock = new();
        private int _users;
        private bool _over;

        public SemaphoreSlim Mine { get; } = new(1);

        /// <summary>Counts a user in, unless the last has left.</summary>
        public bool TryJoin()
        {
            lock (_lock)
            {
                _users += _over ? 0 : 1;
                return !_over;
            }
        }

        /// <returns>Whether it was the last.</returns>
        public bool Leave()
        {
            lock (_lock)
            {
                return _over = --_users == 0;
            }
        }
    }

    private sealed class Taken(Action end) : IDisposable
    {
        public void Dispose()
        {
            end();
        }
    }
}
