using GanSweep.Evaluation.Comparisons;
using GanSweep.Tables;

namespace GanSweep.Evaluation.Joint;

/// <summary>
/// How far the joint distribution of a table's rows is from that of the real rows: the energy distance (Székely and Rizzo 2013) between the
/// normal scores of at most 2,048 evenly spaced rows of each, a value's score being Φ⁻¹ of its mid-rank in the real column. It is chosen over a
/// classifier, which would have to be trained, and over MMD, which needs a kernel and its width.
/// </summary>
internal sealed class JointDistance
{
    // Pairs of rows grow with the square; beyond this many evenly spaced rows the noise is that of the real table anyway.
    private const int MostRows = 2048;

    private readonly NormalScores _scores;
    private readonly EnergyDistance _energy;

    private JointDistance(RealSide real)
    {
        _scores = new NormalScores(real.Sorted);
        _energy = new EnergyDistance(_scores.Of(real.Table, MostRows));
    }

    /// <summary><c>jointDistance</c>.</summary>
    public static double? Of(Comparison comparison)
    {
        JointDistance joint = On(comparison.Real);
        return joint._energy.To(joint._scores.Of(comparison.Synthetic, MostRows));
    }

    /// <summary>The distance between two other tables, each by the ranks of the real one.</summary>
    public static double Between(RealSide real, Table one, Table other)
    {
        JointDistance joint = On(real);
        return new EnergyDistance(joint._scores.Of(one, MostRows)).To(joint._scores.Of(other, MostRows));
    }

    private static JointDistance On(RealSide real)
    {
        return real.Part(side => new JointDistance(side));
    }
}
