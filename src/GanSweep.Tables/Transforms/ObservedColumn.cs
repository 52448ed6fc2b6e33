namespace GanSweep.Tables.Transforms;

/// <summary>A column to fit, and what is known of it already.</summary>
/// <param name="table">Its table, without missing cells in it.</param>
/// <param name="column">Which column, from 0.</param>
/// <param name="columnsOfAll">The columns of the whole table.</param>
/// <param name="minimum">Its smallest value.</param>
/// <param name="maximum">Its largest value.</param>
/// <param name="clip">Whether the inverse is restricted to its range.</param>
internal sealed class ObservedColumn(Table table, int column, int columnsOfAll, double minimum, double maximum, bool clip)
{
    // All columns of a table together: the parameters of any table then fit into a file of some 60 MB.
    private const int KnotsOfATable = 1 << 20;

    public string Name => table.ColumnNames[column];

    public ReadOnlySpan<double> Values => table.Column(column);

    public double Minimum => minimum;

    public double Maximum => maximum;

    public bool IsConstant => minimum == maximum;

    public bool Clip => clip;

    /// <summary>How many knots, and how many levels, may be kept of it.</summary>
    public int MaximumKnots => Math.Max(2, KnotsOfATable / columnsOfAll);
}
