using GanSweep.Evaluation.Levels;

namespace GanSweep.Evaluation.Joint;

/// <summary>Which coordinate each level of a column has: the twenty that most real cells have, a missing cell among them, have one of their own.</summary>
internal sealed class LevelCoordinates
{
    private const int MostLevels = 20;

    // By level, missing last; −1 of those that share one.
    private readonly int[] _coordinates;

    public LevelCoordinates(LevelCodes real)
    {
        int[] own =
        [
            .. Enumerable.Range(0, real.Counts.Length)
                .Where(level => real.Counts[level] > 0)
                .OrderByDescending(level => real.Counts[level])
                .ThenBy(level => level)
                .Take(MostLevels),
        ];
        _coordinates = [.. Enumerable.Repeat(-1, real.Counts.Length)];
        for (int coordinate = 0; coordinate < own.Length; coordinate++)
        {
            _coordinates[own[coordinate]] = coordinate;
        }

        Own = own.Length;
    }

    /// <summary>How many levels have a coordinate of their own.</summary>
    public int Own { get; }

    /// <summary>Whether a column has a level that has none of its own.</summary>
    public bool AreSharedBy(LevelCodes levels)
    {
        return Enumerable.Range(0, levels.LevelCount).Any(level => levels.Counts[level] > 0 && Of(level) < 0)
            || (levels.Missing > 0 && Of(double.NaN) < 0);
    }

    /// <summary>The cells as points, one coordinate 1 and the others 0: <c>[Own, and one more if it is asked for][rows]</c>.</summary>
    public float[][] PointsOf(ReadOnlySpan<double> values, int[] rows, bool withShared)
    {
        float[][] points = [.. Enumerable.Range(0, Own + (withShared ? 1 : 0)).Select(_ => new float[rows.Length])];
        for (int row = 0; row < rows.Length; row++)
        {
            int coordinate = Of(values[rows[row]]);
            points[coordinate < 0 ? Own : coordinate][row] = 1;
        }

        return points;
    }

    private int Of(double value)
    {
        return double.IsNaN(value) ? _coordinates[^1] : value < _coordinates.Length - 1 ? _coordinates[(int)value] : -1;
    }
}
