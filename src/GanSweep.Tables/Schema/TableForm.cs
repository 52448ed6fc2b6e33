using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace GanSweep.Tables.Schema;

/// <summary>How a table's file is spelled. It changes nothing of what the table says, and is no part of its hash.</summary>
public sealed record TableForm
{
    /// <summary>The most columns of a table, and of its file.</summary>
    public const int MostColumns = 10_000;

    /// <summary>CSV as RFC 4180 has it, numbers with points.</summary>
    public static TableForm Plain { get; } = new();

    /// <summary>What stands between two cells: a comma, a semicolon, a tab or a bar.</summary>
    public char Delimiter { get; init; } = ',';

    /// <summary>What stands before the decimals of a number: a point or a comma.</summary>
    public char DecimalMark { get; init; } = '.';

    /// <summary>The encoding's name, as IANA has it.</summary>
    public string Encoding { get; init; } = "utf-8";

    /// <summary>Whether the file begins with a byte order mark.</summary>
    public bool HasByteOrderMark { get; init; }

    /// <summary>Whether lines end with CR LF instead of LF.</summary>
    public bool HasCarriageReturns { get; init; }

    /// <summary>Whether the first line names the columns.</summary>
    public bool HasHeader { get; init; } = true;

    /// <summary>Whether the first line says the delimiter, as spreadsheets have it: <c>sep=;</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool HasSeparatorLine { get; init; }

    /// <summary>Every column of the file, in its order, those that are no part of the table included; empty: the table's, as they are.</summary>
    public ImmutableArray<ColumnForm> Columns { get; init; } = [];

    /// <summary>Whether a character can stand between cells: an ASCII sign that is no letter, no digit, no quote and no line end.</summary>
    internal static bool IsDelimiter(char delimiter)
    {
        return char.IsAscii(delimiter) && delimiter is not ('"' or '\r' or '\n' or '\0') && !char.IsAsciiLetterOrDigit(delimiter);
    }

    /// <summary>Whether a character can stand before decimals.</summary>
    internal static bool IsDecimalMark(char mark)
    {
        return mark is '.' or ',';
    }

    /// <inheritdoc/>
    public bool Equals(TableForm? other)
    {
        return other is not null && Delimiter == other.Delimiter && DecimalMark == other.DecimalMark && Encoding == other.Encoding
            && HasByteOrderMark == other.HasByteOrderMark && HasCarriageReturns == other.HasCarriageReturns && HasHeader == other.HasHeader
            && HasSeparatorLine == other.HasSeparatorLine && Columns.SequenceEqual(other.Columns);
    }

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        return HashCode.Combine(Delimiter, DecimalMark, Encoding, HasByteOrderMark, HasCarriageReturns, HasHeader, HasSeparatorLine, Columns.Length);
    }
}
