using System.Collections.Immutable;

namespace GanSweep.Tables.Formats;

/// <summary>A table as it was read.</summary>
/// <param name="Table">The table.</param>
/// <param name="Notes">What its user must know before it is used: whole sentences, none where all is as it was written.</param>
public sealed record ReadTable(Table Table, ImmutableArray<string> Notes);
