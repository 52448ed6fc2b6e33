namespace GanSweep.Client.Documents;

/// <summary>JSON has no NaN and no infinity; null stands for them.</summary>
internal static class Finite
{
    public static double? OrNull(double? value)
    {
        return value is double number && double.IsFinite(number) ? number : null;
    }
}
