using GanSweep.Evaluation.Comparisons;
using GanSweep.Evaluation.Holdout;
using GanSweep.Tables;

namespace GanSweep.Evaluation.Joint;

/// <summary>
/// How far the joint distribution of a table's rows is from that of the real rows: the energy distance (Székely and Rizzo 2013) between at most 2,048
/// evenly spaced rows of each (fewer beyond 16 coordinates, see <see cref="RowPairs"/>) as <see cref="JointPoints"/>. It is chosen over a classifier,
/// which would have to be trained, and over MMD, which needs a kernel and its width.
/// </summary>
internal sealed class JointDistance
{
    // Pairs of rows grow with the square; beyond this many evenly spaced rows the noise is that of the real table anyway.
    private const int MostRows = 2048;
    private const int HalvesSplits = 200;

    private readonly int _rows;
    private readonly JointPoints _points;
    private readonly EnergyDistance _energy;

    private JointDistance(RealSide real, JointPoints points)
    {
        _rows = RowPairs.Among(Math.Max(real.Table.ColumnCount, points.Coordinates), MostRows);
        _points = points;
        _energy = new EnergyDistance(points.Of(real.Table, _rows));
    }

    /// <summary><c>jointDistance</c>.</summary>
    public static double? Of(Comparison comparison)
    {
        JointDistance joint = On(comparison.Real);
        JointPoints points = joint._points.AndOf(comparison.Columns);
        joint = points == joint._points ? joint : new JointDistance(comparison.Real, points);
        return joint._energy.To(points.Of(comparison.Synthetic, joint._rows));
    }

    /// <summary>Whether the rows of the real table differ.</summary>
    public static bool CanTell(RealSide real)
    {
        return On(real)._points.Coordinates > 0;
    }

    /// <summary>What one random half of the real rows that are compared gets against the other, 200 times; 0 if no column varies.</summary>
    /// <param name="real">The real side.</param>
    /// <returns>How many splits there are, and the distance of each; null if there are too few rows.</returns>
    public static (int Splits, Func<int, double> Distance)? OfHalves(RealSide real)
    {
        JointDistance joint = On(real);
        int rows = Math.Min(joint._rows, real.Table.RowCount);
        if (rows < 2)
        {
            return null;
        }

        float[][] points = joint._points.Of(real.Table, rows);
        if (points.Length == 0)
        {
            return (HalvesSplits, _ => 0);
        }

        EnergyBetweenParts energy = new(points);
        return (HalvesSplits, split => energy.Of(HalfOf(rows, split)));
    }

    private static bool[] HalfOf(int rows, int split)
    {
        bool[] half = new bool[rows];
        foreach (int row in Halves.Of(rows, split).AsSpan(0, rows / 2))
        {
            half[row] = true;
        }

        return half;
    }

    private static JointDistance On(RealSide real)
    {
        return real.Part(side => new JointDistance(side, JointPoints.On(side)));
    }
}
