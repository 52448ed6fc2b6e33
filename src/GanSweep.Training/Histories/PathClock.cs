using System.Collections.Immutable;
using GanSweep.Numerics.Randomness;
using GanSweep.Tables.Rules;

namespace GanSweep.Training.Histories;

/// <summary>When the rows of paths are.</summary>
/// <param name="clock">Where paths begin, and how they go on.</param>
/// <param name="seed">The seed of their steps.</param>
/// <param name="paths">The paths.</param>
internal sealed class PathClock(FittedClock clock, long seed, ImmutableArray<PathPlan> paths)
{
    private readonly double?[] _last = [.. paths.Select(path => path.Origin?.Stamp)];
    private readonly long[] _rows = new long[paths.Length];

    /// <summary>The stamps of the next rows of a path.</summary>
    /// <param name="path">Its place among the paths.</param>
    /// <param name="stamps">Receives them.</param>
    public void Fill(int path, Span<double> stamps)
    {
        double Next()
        {
            double[] uniform = new double[1];
            new CounterRandom(seed, RandomPurpose.PathClock, (paths[path].Number << 32) + _rows[path]++).FillUniform(uniform);
            return uniform[0];
        }

        clock.Fill(Next, _last[path], stamps);
        _last[path] = stamps.IsEmpty ? _last[path] : stamps[^1];
    }
}
