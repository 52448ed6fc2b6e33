using System.Collections.Immutable;

namespace GanSweep.Tables.Options;

/// <summary>What its user says of a table's file. What is not said is found out.</summary>
public sealed record ReadOptions
{
    /// <summary>Nothing is said.</summary>
    public static ReadOptions None { get; } = new();

    /// <summary>As tables were read before there was anything else: CSV of RFC 4180 in UTF-8, whose columns are all numbers. For tables that were stored as such.</summary>
    public static ReadOptions OfNumbers { get; } = new() { Csv = new CsvOptions { Delimiter = ',', DecimalMark = '.', Encoding = "utf-8" }, OnlyNumbers = true };

    /// <summary>Whether every column that is not spoken of is numbers, whatever else it may look like.</summary>
    public bool OnlyNumbers { get; init; }

    /// <summary>How the file is spelled; only CSV is asked for it.</summary>
    public CsvOptions Csv { get; init; } = new();

    /// <summary>What columns are, by their names.</summary>
    public ImmutableSortedDictionary<string, ColumnOption> Columns { get; init; } = ImmutableSortedDictionary.Create<string, ColumnOption>(StringComparer.Ordinal);

    /// <summary>Whether columns may be named that the file does not have.</summary>
    public bool MayLackColumns { get; init; }
}
