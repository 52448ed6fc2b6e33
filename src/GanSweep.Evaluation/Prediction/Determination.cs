namespace GanSweep.Evaluation.Prediction;

/// <summary>The coefficient of determination, R²: 1 − the sum of squared errors / that of the mean's. 1 is perfect, 0 is as good as the mean, and it has no lowest value.</summary>
internal static class Determination
{
    /// <summary>R²; null if all numbers are equal.</summary>
    /// <param name="predicted">What was said of each row.</param>
    /// <param name="actual">What it has.</param>
    public static double? Of(double[] predicted, double[] actual)
    {
        double mean = actual.Average();
        double errors = 0;
        double deviations = 0;
        for (int row = 0; row < actual.Length; row++)
        {
            errors += (predicted[row] - actual[row]) * (predicted[row] - actual[row]);
            deviations += (actual[row] - mean) * (actual[row] - mean);
        }

        return deviations > 0 ? 1 - (errors / deviations) : null;
    }
}
