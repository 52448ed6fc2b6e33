using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace GanSweep.Settings.Reading;

/// <summary>How keys and values of a text are shown in errors: short, on one line, and harmless to a terminal.</summary>
internal static class Shown
{
    private const int MaximumLength = 48;

    private static readonly SearchValues<char> PlainNameCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_$");

    /// <summary>A value: scalars as they are written, lists and objects by their kind.</summary>
    public static string Value(JsonElement element)
    {
        return element.ValueKind switch
        {
            JsonValueKind.Object => "an object",
            JsonValueKind.Array => element.GetArrayLength() == 0 ? "an empty list" : "a list",
            _ => Short(element.GetRawText()),
        };
    }

    /// <summary>The JSON path of a key of the object at <paramref name="parent"/>.</summary>
    public static string Path(string parent, string name)
    {
        bool plain = name.Length is > 0 and <= MaximumLength && !name.AsSpan().ContainsAnyExcept(PlainNameCharacters);
        return plain ? $"{parent}.{name}" : $"{parent}['{Short(name)}']";
    }

    private static string Short(string text)
    {
        if (text.Length > MaximumLength)
        {
            int end = char.IsHighSurrogate(text[MaximumLength - 1]) ? MaximumLength - 1 : MaximumLength;
            text = text[..end] + "…";
        }

        return string.Create(text.Length, text, static (target, source) =>
        {
            for (int i = 0; i < target.Length; i++)
            {
                target[i] = IsHarmless(source[i]) ? source[i] : '\uFFFD';
            }
        });
    }

    private static bool IsHarmless(char character)
    {
        return char.GetUnicodeCategory(character) is not (UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
    }
}
