namespace GanSweep.Sweeps.Definitions;

/// <summary>How large the synthetic sample is that is scored, unless sweep.json says it.</summary>
internal static class EvaluationSample
{
    private const int Minimum = 2_000;
    private const int Maximum = 100_000;

    /// <summary>Ten times the table, at least 2,000 and at most 100,000 rows.</summary>
    /// <param name="tableRows">Rows of the real table, at least 1.</param>
    public static int RowsFor(int tableRows)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(tableRows);
        return (int)Math.Clamp(10L * tableRows, Minimum, Maximum);
    }
}
