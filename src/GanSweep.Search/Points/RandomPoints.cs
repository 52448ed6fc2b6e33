using GanSweep.Numerics.Randomness;
using GanSweep.Search.Domains;

namespace GanSweep.Search.Points;

/// <summary>Independent random points: first the alternative, each equally likely, then each parameter by itself. A point is a function of seed and number alone.</summary>
/// <param name="domain">Where they lie.</param>
/// <param name="seed">The seed of the search.</param>
public sealed class RandomPoints(SearchDomain domain, long seed)
{
    private readonly int _coordinates = UnitPoints.CoordinatesOf(domain);

    /// <summary>A point.</summary>
    /// <param name="number">Its number, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public Point At(int number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        double[] coordinates = new double[_coordinates];
        new CounterRandom(seed, RandomPurpose.SearchPoint, number).FillUniform(coordinates);
        return UnitPoints.At(domain, coordinates);
    }
}
