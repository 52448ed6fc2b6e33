namespace GanSweep.Networks;

/// <summary>The memory of steps, one for each batch size. An epoch has two sizes at most: the configured one, and what is left over.</summary>
/// <typeparam name="T">What there is of one size.</typeparam>
/// <param name="make">Makes it for a number of rows.</param>
public sealed class BatchMemories<T>(Func<int, T> make) : IDisposable
    where T : class, IDisposable
{
    private readonly Dictionary<int, T> _memories = [];

    /// <summary>The memory of a batch size, made when it is first asked for.</summary>
    /// <param name="rows">The batch size.</param>
    public T this[int rows]
    {
        get
        {
            if (!_memories.TryGetValue(rows, out T? memory))
            {
                memory = make(rows);
                _memories.Add(rows, memory);
            }

            return memory;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (T memory in _memories.Values)
        {
            memory.Dispose();
        }
    }
}
