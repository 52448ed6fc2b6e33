using System.Collections;

namespace GanSweep.Documents;

/// <summary>A list whose items are made when they are asked for: of a hundred thousand runs, each is there while it is written, and not all at once.</summary>
/// <param name="source">What they are made of.</param>
/// <param name="map">Makes one; the same each time.</param>
internal sealed class MappedList<TSource, T>(IReadOnlyList<TSource> source, Func<TSource, T> map) : IReadOnlyList<T>
{
    /// <inheritdoc/>
    public int Count => source.Count;

    /// <inheritdoc/>
    public T this[int index] => map(source[index]);

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator()
    {
        return source.Select(map).GetEnumerator();
    }

    IEnumerator IEnumerable.GetEnumerator()
    {
        return GetEnumerator();
    }
}
