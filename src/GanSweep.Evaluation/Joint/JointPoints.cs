using GanSweep.Evaluation.Comparisons;
using GanSweep.Tables;

namespace GanSweep.Evaluation.Joint;

/// <summary>
/// Rows as points. A measure that varies is its <see cref="NormalScores"/>, and one with missing cells has a coordinate more, 1 where it is missing. A
/// column of levels has a coordinate for each of the twenty most frequent levels (a missing cell is a level) and one that all others share: 1 at the
/// cell's level, and 0 else. What is the same in all rows is left out.
/// </summary>
internal sealed class JointPoints
{
    private readonly RealSide _real;
    private readonly NormalScores _scores;
    private readonly LevelCoordinates?[] _levels;

    // Of each column: for measures that missing cells have, for levels the one that is shared.
    private readonly bool[] _further;

    private JointPoints(RealSide real)
    {
        _real = real;
        _scores = new NormalScores(real.Sorted);
        _levels = [.. real.Columns.Levels.Select(levels => levels is null ? null : new LevelCoordinates(levels))];
        _further = FurtherOf(real.Columns);
    }

    private JointPoints(JointPoints of, bool[] further)
    {
        (_real, _scores, _levels) = (of._real, of._scores, of._levels);
        _further = [.. further.Zip(of._further, (one, other) => one || other)];
    }

    /// <summary>Those of the real table's rows.</summary>
    public static JointPoints On(RealSide real)
    {
        return real.Part(side => new JointPoints(side));
    }

    /// <summary>How many coordinates a point has.</summary>
    public int Coordinates => Enumerable.Range(0, _levels.Length).Sum(CoordinatesOf);

    /// <summary>These, or if a table has missing cells or levels where the real one has none, with coordinates for them too.</summary>
    public JointPoints AndOf(TableColumns columns)
    {
        bool[] further = FurtherOf(columns);
        return further.Zip(_further).Any(column => column.First && !column.Second) ? new JointPoints(this, further) : this;
    }

    /// <summary>The points of a table's rows, of at most <paramref name="limit"/> evenly spaced ones: <c>[coordinates][rows]</c>.</summary>
    public float[][] Of(Table table, int limit)
    {
        int[] rows = table.EvenlySpaced(limit);
        return [.. Enumerable.Range(0, _levels.Length).SelectMany(column => OfColumn(column, table, rows))];
    }

    private IEnumerable<float[]> OfColumn(int column, Table table, int[] rows)
    {
        if (CoordinatesOf(column) == 0)
        {
            yield break;
        }

        if (_levels[column] is { } levels)
        {
            foreach (float[] coordinate in levels.PointsOf(table.Column(column), rows, _further[column]))
            {
                yield return coordinate;
            }

            yield break;
        }

        if (!_real.Moments[column].IsConstant)
        {
            yield return _scores.Of(column, table.Column(column), rows);
        }

        if (_further[column])
        {
            double[] values = table.Column(column).ToArray();
            yield return [.. rows.Select(row => double.IsNaN(values[row]) ? 1f : 0f)];
        }
    }

    private int CoordinatesOf(int column)
    {
        int further = _further[column] ? 1 : 0;
        return _levels[column] is not { } levels ? (_real.Moments[column].IsConstant ? 0 : 1) + further
            : levels.Own + further > 1 ? levels.Own + further
            : 0;
    }

    private bool[] FurtherOf(TableColumns columns)
    {
        return [.. columns.Levels.Select((levels, column) => levels is null ? columns.Missing(column) > 0 : _levels[column]!.AreSharedBy(levels))];
    }
}
