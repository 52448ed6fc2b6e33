using System.Collections.Immutable;
using GanSweep.Tables.Inference;

namespace GanSweep.Tables.Formats;

/// <summary>A table as it was read.</summary>
/// <param name="Table">The table.</param>
/// <param name="Notes">What its user must know before it is used: whole sentences, none where all is as it was written.</param>
public sealed record ReadTable(Table Table, ImmutableArray<string> Notes)
{
    /// <summary>Every column of the file, in its order, those that are no part of the table included; empty for canonical bytes, of which nothing had to be understood.</summary>
    public ImmutableArray<ColumnProfile> Profiles { get; init; } = [];

    /// <summary>Whether it was read from CSV, of which its form says how it is spelled; of Parquet and canonical bytes there is nothing to say.</summary>
    public bool IsOfCsv { get; init; }

    /// <summary>How the file is spelled, in words; empty where that is not asked.</summary>
    public string Dialect { get; init; } = string.Empty;
}
