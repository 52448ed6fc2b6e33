namespace GanSweep.Evaluation.Joint;

/// <summary>
/// The energy distance of Székely and Rizzo ("Energy statistics", 2013) between the real rows and others: √(2 E|X − Y| − E|X − X′| −
/// E|Y − Y′|), the means over all pairs of rows (V-statistics), so 0 only for equal sets of points. Of the joint two-sample statistics it
/// has no parameter to choose, no training and no randomness of its own, and is a distance: it tells any difference between the joint
/// distributions, those included that columns and correlations miss.
/// </summary>
internal sealed class EnergyDistance
{
    private readonly PointBlocks _real;
    private readonly double _realSpread;

    /// <param name="real">The real rows as points, <c>[columns][rows]</c>.</param>
    public EnergyDistance(float[][] real)
    {
        _real = new PointBlocks(real);
        _realSpread = _real.MeanDistanceTo(_real);
    }

    /// <summary>The distance to other points; 0 if there are no columns.</summary>
    /// <param name="points"><c>[columns][rows]</c>.</param>
    public double To(float[][] points)
    {
        PointBlocks others = new(points);
        double squared = (2 * _real.MeanDistanceTo(others)) - _realSpread - others.MeanDistanceTo(others);
        return Math.Sqrt(Math.Max(0, squared));
    }
}
