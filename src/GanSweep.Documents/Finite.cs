namespace GanSweep.Documents;

/// <summary>JSON has no NaN and no infinity; null stands for them.</summary>
internal static class Finite
{
    /// <summary>The number, or null if it is not finite: JSON has no other.</summary>
    public static double? OrNull(double? value)
    {
        return value is double number && double.IsFinite(number) ? number : null;
    }
}
