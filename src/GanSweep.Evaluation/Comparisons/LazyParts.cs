using System.Collections.Concurrent;

namespace GanSweep.Evaluation.Comparisons;

/// <summary>What several scores share, one of each type, computed when it is first asked for. Safe for several threads at a time.</summary>
internal sealed class LazyParts
{
    private readonly ConcurrentDictionary<Type, Lazy<object>> _parts = new();

    /// <summary>The part of a type.</summary>
    /// <param name="owner">What it is made of.</param>
    /// <param name="make">Makes it, the first time.</param>
    public TPart Get<TOwner, TPart>(TOwner owner, Func<TOwner, TPart> make)
        where TPart : class
    {
        Lazy<object> part = _parts.GetOrAdd(typeof(TPart), static (_, from) => new Lazy<object>(() => from.make(from.owner)), (owner, make));
        return (TPart)part.Value;
    }
}
