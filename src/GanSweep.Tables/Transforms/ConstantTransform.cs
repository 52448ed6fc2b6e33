namespace GanSweep.Tables.Transforms;

/// <summary>A column with one distinct value: there is nothing to learn, and nothing but that value to say.</summary>
internal sealed class ConstantTransform(double constant) : ColumnTransform(constant, constant)
{
    public override double Forward(double value)
    {
        return 0;
    }

    // Whatever it is, the bounds make it the constant.
    protected override double Map(double score)
    {
        return 0;
    }
}
