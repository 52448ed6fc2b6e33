using GanSweep.Tables.Schema;

namespace GanSweep.Tables.Options;

/// <summary>What a column is, as its user says.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Format">The format of a date in .NET's letters, such as <c>dd/MM/yyyy</c>; null: one of the known formats that fits.</param>
public sealed record ColumnOption(ColumnRole Kind, string? Format = null);
