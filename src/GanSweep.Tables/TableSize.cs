namespace GanSweep.Tables;

/// <summary>How large a table is.</summary>
/// <param name="Rows">Its rows.</param>
/// <param name="Columns">Its columns.</param>
public sealed record TableSize(int Rows, int Columns);
