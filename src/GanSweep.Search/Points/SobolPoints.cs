using GanSweep.Numerics.Randomness;
using GanSweep.Numerics.Sobol;
using GanSweep.Search.Domains;
using GanSweep.Search.Sobol;

namespace GanSweep.Search.Points;

/// <summary>
/// Points that leave no gap: a Sobol sequence, scrambled by the seed. Of the first 2^m points, and of every 2^m that follow, each coordinate has one in each interval of length 2^-m. Where there are
/// several alternatives the first coordinate says which; the next are the parameters of whichever it is. There are direction numbers for 32 coordinates: further ones are independent random numbers.
/// A point is a function of seed and number alone.
/// </summary>
/// <param name="domain">Where they lie.</param>
/// <param name="seed">The seed of the search.</param>
public sealed class SobolPoints(SearchDomain domain, long seed)
{
    private readonly OwenScrambling[] _scramblings =
        [.. Enumerable.Range(0, Math.Min(UnitPoints.CoordinatesOf(domain), SobolSequence.MostDimensions)).Select(dimension => new OwenScrambling(seed, dimension))];

    private readonly int _coordinates = UnitPoints.CoordinatesOf(domain);

    /// <summary>A point.</summary>
    /// <param name="number">Its number, from 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public Point At(int number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        double[] coordinates = new double[_coordinates];
        for (int i = 0; i < _scramblings.Length; i++)
        {
            coordinates[i] = _scramblings[i].Of(SobolSequence.At(i, number));
        }

        if (_coordinates > _scramblings.Length)
        {
            new CounterRandom(seed, RandomPurpose.CoordinatesBeyondSobol, number).FillUniform(coordinates.AsSpan(_scramblings.Length));
        }

        return UnitPoints.At(domain, coordinates);
    }
}
