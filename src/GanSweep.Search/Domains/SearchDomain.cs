using System.Collections.Immutable;

namespace GanSweep.Search.Domains;

/// <summary>Where a search looks: one or more alternatives, each with parameters of its own, in an order that never changes. A point lies in one of them.</summary>
public sealed class SearchDomain
{
    /// <summary>A domain of some alternatives.</summary>
    /// <param name="alternatives">The parameters of each; an alternative may have none.</param>
    /// <exception cref="ArgumentException">There is no alternative.</exception>
    public SearchDomain(ImmutableArray<ImmutableArray<Parameter>> alternatives)
    {
        if (alternatives.IsDefaultOrEmpty || alternatives.Any(parameters => parameters.IsDefault))
        {
            throw new ArgumentException("A search needs an alternative at least, and each its list of parameters.", nameof(alternatives));
        }

        Alternatives = alternatives;
    }

    /// <summary>The parameters of each alternative.</summary>
    public ImmutableArray<ImmutableArray<Parameter>> Alternatives { get; }

    /// <summary>The largest number of parameters that an alternative has.</summary>
    internal int MostParameters => Alternatives.Max(parameters => parameters.Length);
}
