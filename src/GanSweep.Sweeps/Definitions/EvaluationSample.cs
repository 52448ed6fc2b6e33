using GanSweep.Tables;

namespace GanSweep.Sweeps.Definitions;

/// <summary>How large the synthetic sample is that is scored, unless sweep.json says it.</summary>
internal static class EvaluationSample
{
    private const int Minimum = 2_000;
    private const int Maximum = 1 << 14;
    private const int MostCells = 1 << 20;

    /// <summary>Ten times the table, at least 2,000 and at most 16,384 rows, and fewer beyond 64 columns: as many as have 1,048,576 cells.</summary>
    /// <param name="table">The real table's size.</param>
    public static int RowsFor(TableSize table)
    {
        ArgumentNullException.ThrowIfNull(table);
        int most = Math.Clamp(MostCells / table.Columns, Minimum, Maximum);
        return (int)Math.Clamp(10L * table.Rows, Minimum, most);
    }
}
