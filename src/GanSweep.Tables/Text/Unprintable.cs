using System.Globalization;
using System.Text;

namespace GanSweep.Tables.Text;

/// <summary>
/// Characters that a terminal or a page acts on instead of showing them: controls (escape sequences, line ends), and those that turn the
/// direction of what follows (Unicode 17, bidirectional controls).
/// </summary>
public static class Unprintable
{
    /// <summary>The first of a text, as <c>U+001B</c>; null if it has none.</summary>
    public static string? In(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (Is(rune))
            {
                return $"the character U+{rune.Value:X4}";
            }
        }

        return null;
    }

    /// <summary>The text with each of them as the visible text <c>\u{1B}</c>; line ends are left as they are.</summary>
    public static string Escaped(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.EnumerateRunes().Any(IsEscaped))
        {
            return text;
        }

        StringBuilder escaped = new();
        foreach (Rune rune in text.EnumerateRunes())
        {
            escaped.Append(IsEscaped(rune) ? $"\\u{{{rune.Value:X}}}" : rune.ToString());
        }

        return escaped.ToString();
    }

    private static bool IsEscaped(Rune rune)
    {
        return rune.Value is not ('\n' or '\r') && Is(rune);
    }

    private static bool Is(Rune rune)
    {
        return Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            || rune.Value is 0x061C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
    }
}
