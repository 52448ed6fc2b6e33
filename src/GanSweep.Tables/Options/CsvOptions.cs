using System.Collections.Immutable;

namespace GanSweep.Tables.Options;

/// <summary>How a CSV file is spelled, as far as its user says. Null: it is found out.</summary>
public sealed record CsvOptions
{
    /// <summary>What stands between two cells, an ASCII character: a comma, a semicolon, a tab or a bar are found out.</summary>
    public char? Delimiter { get; init; }

    /// <summary>What stands before the decimals of a number: a point or a comma.</summary>
    public char? DecimalMark { get; init; }

    /// <summary>What missing cells say, besides the texts that always do. A number also stands for its spellings with zeros behind the decimal mark.</summary>
    public ImmutableArray<string> Missing { get; init; } = [];

    /// <summary>The encoding's name, as IANA has it.</summary>
    public string? Encoding { get; init; }

    /// <summary>Whether the first line names the columns; null: yes, unless it is a row of numbers, which is refused.</summary>
    public bool? HasHeader { get; init; }
}
