using System.Collections.Immutable;

namespace GanSweep.Search.Domains;

/// <summary>A point of a domain. Two are equal if their alternatives and all of their values are.</summary>
/// <param name="Alternative">Which alternative it lies in, from 0.</param>
/// <param name="Values">A value for each of the alternative's parameters, in their order: the number itself, or the index of a choice.</param>
public sealed record Point(int Alternative, ImmutableArray<double> Values)
{
    /// <summary>A value for each of the alternative's parameters, in their order.</summary>
    public ImmutableArray<double> Values { get; } = Values.IsDefault ? [] : Values;

    /// <summary>Whether the other lies in the same alternative and has the same values.</summary>
    public bool Equals(Point? other)
    {
        return other is not null && Alternative == other.Alternative && Values.AsSpan().SequenceEqual(other.Values.AsSpan());
    }

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        hash.Add(Alternative);
        foreach (double value in Values)
        {
            hash.Add(value);
        }

        return hash.ToHashCode();
    }
}
