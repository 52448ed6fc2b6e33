namespace GanSweep.Tables.Transforms;

/// <summary>The column as it is.</summary>
internal sealed class IdentityTransform(double low, double high) : ColumnTransform(low, high)
{
    public override double Forward(double value)
    {
        return value;
    }

    protected override double Map(double score)
    {
        return score;
    }
}
