using System.Collections.Immutable;
using GanSweep.Settings.Keys;
using GanSweep.Settings.Values;
using GanSweep.Tables.Options;

namespace GanSweep.Sweeps.Definitions;

/// <summary>The keys of "csv": how the table's file is spelled, where that is not to be found out.</summary>
internal static class CsvSettings
{
    public static readonly Setting<string> Delimiter = new(
        "delimiter", "What stands between two cells. Left out: a comma, a semicolon, a tab or a bar, whichever divides every line into as many cells.",
        new TextKind("one character: a comma, a semicolon, a tab, a bar, or another that is no letter, digit or quote", 1, "^[^A-Za-z0-9\"\\r\\n.]$"));

    public static readonly Setting<string> DecimalMark = new(
        "decimal", "What stands before the decimals of a number. Left out: what all cells agree with.",
        new TextKind("\".\" or \",\"", 1, "^[.,]$"));

    public static readonly Setting<ImmutableArray<string>> Missing = new(
        "missing", "What missing cells say, besides nothing, NA, N/A, NaN, null, ? and -; a number too, such as \"-200\".", new TextListKind(100, 100));

    public static readonly Setting<string> Encoding = new(
        "encoding", "The encoding's name, such as utf-8 or windows-1252. Left out: what the bytes are.",
        new TextKind("an encoding's name of 1 to 40 letters, digits, '-', '_', ':' or '.'", 40, "^[A-Za-z0-9._:-]+$"));

    public static readonly Setting<bool> Header = new(
        "header", "Whether the first line names the columns. Left out: it does; where it is a row of numbers, that is an error.", new SwitchKind());

    /// <summary>All of them.</summary>
    public static readonly ImmutableArray<Setting> All = [Delimiter, DecimalMark, Missing, Encoding, Header];

    /// <summary>Their names.</summary>
    public static readonly ImmutableArray<string> Names = [.. All.Select(setting => setting.Name)];

    /// <summary>What a section says.</summary>
    public static CsvOptions Read(JsonSection section)
    {
        return new CsvOptions
        {
            Delimiter = section.TryRead(Delimiter, out string delimiter) ? delimiter[0] : null,
            DecimalMark = section.TryRead(DecimalMark, out string mark) ? mark[0] : null,
            Missing = section.TryRead(Missing, out ImmutableArray<string> missing) ? missing : [],
            Encoding = section.TryRead(Encoding, out string encoding) ? encoding : null,
            HasHeader = section.TryRead(Header, out bool header) ? header : null,
        };
    }
}
