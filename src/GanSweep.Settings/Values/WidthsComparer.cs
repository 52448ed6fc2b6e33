using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace GanSweep.Settings.Values;

/// <summary>Compares widths by value; <see cref="ImmutableArray{T}"/> itself compares the array behind it.</summary>
internal sealed class WidthsComparer : IEqualityComparer<ImmutableArray<int>>
{
    public static readonly WidthsComparer Instance = new();

    /// <inheritdoc/>
    public bool Equals(ImmutableArray<int> x, ImmutableArray<int> y)
    {
        return x.AsSpan().SequenceEqual(y.AsSpan());
    }

    /// <inheritdoc/>
    public int GetHashCode(ImmutableArray<int> obj)
    {
        var hash = default(HashCode);
        hash.AddBytes(MemoryMarshal.AsBytes(obj.AsSpan()));
        return hash.ToHashCode();
    }
}
