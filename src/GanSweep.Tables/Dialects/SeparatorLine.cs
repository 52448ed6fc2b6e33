using System.Text;
using GanSweep.Tables.Schema;

namespace GanSweep.Tables.Dialects;

/// <summary>A first line such as <c>sep=;</c>, by which spreadsheets say what stands between cells. It is no row and no header.</summary>
internal static class SeparatorLine
{
    /// <summary>What the delimiter follows.</summary>
    public const string Name = "sep=";

    private static ReadOnlySpan<byte> Mark => "\uFEFF"u8;

    /// <summary>What it says; null if the file does not begin with such a line.</summary>
    /// <param name="sample">The file's first bytes, as UTF-8.</param>
    public static char? Of(ReadOnlySpan<byte> sample)
    {
        sample = sample.StartsWith(Mark) ? sample[Mark.Length..] : sample;
        int end = sample.IndexOfAny((byte)'\r', (byte)'\n');
        ReadOnlySpan<byte> line = end < 0 ? sample : sample[..end];
        line = line is [(byte)'"', .., (byte)'"'] ? line[1..^1] : line;
        bool isOne = line.Length == Name.Length + 1 && Ascii.EqualsIgnoreCase(line[..Name.Length], Name) && TableForm.IsDelimiter((char)line[^1]);
        return isOne ? (char)line[^1] : null;
    }
}
