using System.Collections.Immutable;
using System.Runtime.InteropServices;
using GanSweep.Search.Domains;

namespace GanSweep.Search.Points;

/// <summary>Makes points of a domain of points in the unit cube.</summary>
internal static class UnitPoints
{
    /// <summary>How many coordinates a point of a domain takes: one for its alternative, if there are several, and one for each parameter of the longest.</summary>
    public static int CoordinatesOf(SearchDomain domain)
    {
        return AlternativeCoordinates(domain) + domain.MostParameters;
    }

    /// <summary>The point of a domain that coordinates stand for: the first says which alternative, where there are several, and each is equally likely.</summary>
    /// <param name="domain">The domain.</param>
    /// <param name="coordinates">From 0 to below 1, <c>[<see cref="CoordinatesOf"/>]</c>; those that the alternative has no parameters for say nothing.</param>
    public static Point At(SearchDomain domain, ReadOnlySpan<double> coordinates)
    {
        int first = AlternativeCoordinates(domain);
        int alternative = first == 0 ? 0 : Parameter.PartOf(coordinates[0], domain.Alternatives.Length);
        ImmutableArray<Parameter> parameters = domain.Alternatives[alternative];
        double[] values = new double[parameters.Length];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = parameters[i].FromUnit(coordinates[first + i]);
        }

        return new Point(alternative, ImmutableCollectionsMarshal.AsImmutableArray(values));
    }

    private static int AlternativeCoordinates(SearchDomain domain)
    {
        return domain.Alternatives.Length > 1 ? 1 : 0;
    }
}
