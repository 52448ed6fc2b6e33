using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.RegularExpressions;
using GanSweep.Settings.Reading;

namespace GanSweep.Settings.Values;

/// <summary>Texts of a pattern.</summary>
/// <param name="expected">What the pattern means, in words.</param>
/// <param name="maximumLength">The most characters there may be.</param>
/// <param name="pattern">A regular expression for the whole text, in the part that .NET and JSON Schema share.</param>
public sealed class TextKind(string expected, int maximumLength, [StringSyntax(StringSyntaxAttribute.Regex)] string pattern)
    : ValueKind<string>
{
    // Without backtracking the time is linear, whatever the text.
    private readonly Regex _pattern =
        new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, Regex.InfiniteMatchTimeout);

    /// <inheritdoc/>
    public override string Expected => expected;

    /// <inheritdoc/>
    public override bool TryRead(JsonSpot spot, out string value)
    {
        if (spot.TryGetText(out value) && value.Length <= maximumLength && IsWhole(_pattern.Match(value), value))
        {
            return true;
        }

        spot.Refuse(Expected);
        return false;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, string value)
    {
        writer.WriteStringValue(value);
    }

    /// <inheritdoc/>
    public override string Text(string value)
    {
        return value;
    }

    /// <inheritdoc/>
    public override void WriteSchema(Utf8JsonWriter writer)
    {
        writer.WriteString("type", "string");
        writer.WriteNumber("maxLength", maximumLength);
        writer.WriteString("pattern", pattern);
    }

    // The end of a pattern also matches before a last line feed.
    private static bool IsWhole(Match match, string value)
    {
        return match.Success && match.Length == value.Length;
    }
}
