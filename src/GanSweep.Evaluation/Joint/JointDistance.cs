using GanSweep.Evaluation.Columns;
using GanSweep.Tables;

namespace GanSweep.Evaluation.Joint;

/// <summary>How far the joint distribution of a table's rows is from that of the real rows: the energy distance between their normal scores.</summary>
internal sealed class JointDistance
{
    // Pairs of rows grow with the square; beyond this many evenly spaced rows the noise is that of the real table anyway.
    private const int MostRows = 2048;

    private readonly NormalScores _scores;
    private readonly EnergyDistance _energy;

    public JointDistance(Table real, IReadOnlyList<SortedColumn> columns)
    {
        _scores = new NormalScores(columns);
        _energy = new EnergyDistance(_scores.Of(real, MostRows));
    }

    public double To(Table synthetic)
    {
        return _energy.To(_scores.Of(synthetic, MostRows));
    }

    /// <summary>The distance between two other tables, each against the ranks of the real one.</summary>
    public double Between(Table one, Table other)
    {
        return new EnergyDistance(_scores.Of(one, MostRows)).To(_scores.Of(other, MostRows));
    }
}
