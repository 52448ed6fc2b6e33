using System.Collections.Immutable;

namespace GanSweep.Training.Histories;

/// <summary>A <see cref="ContextScale"/> that is fitted: rows of numbers are added one by one, all of them twice, since deviations are from means.</summary>
/// <param name="width">How many numbers.</param>
internal sealed class ScaleFit(int width)
{
    // What differs less is always the same.
    private const double Least = 1e-6;

    private readonly double[] _means = new double[width];
    private readonly double[] _squares = new double[width];
    private long _count;
    private bool _isAgain;

    /// <summary>Adds a row, the first time.</summary>
    public void Add(ReadOnlySpan<float> numbers)
    {
        _count++;
        for (int number = 0; number < numbers.Length; number++)
        {
            _means[number] += numbers[number];
        }
    }

    /// <summary>Adds a row again, after all of them were added once.</summary>
    public void AddAgain(ReadOnlySpan<float> numbers)
    {
        if (!_isAgain)
        {
            _isAgain = true;
            foreach (ref double mean in _means.AsSpan())
            {
                mean /= _count;
            }
        }

        for (int number = 0; number < numbers.Length; number++)
        {
            double distance = numbers[number] - _means[number];
            _squares[number] += distance * distance;
        }
    }

    /// <summary>What the numbers are on average, and how far from that.</summary>
    /// <param name="least">The least that they are taken to be from it.</param>
    public ContextScale Fit(double least = 0)
    {
        ImmutableArray<float> deviations = [.. _squares.Select(squares => Math.Sqrt(squares / _count)).Select(deviation => deviation > Least ? (float)Math.Max(deviation, least) : 1)];
        return new ContextScale([.. _means.Select(mean => (float)mean)], deviations);
    }
}
