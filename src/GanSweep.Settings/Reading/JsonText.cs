using System.Text;
using System.Text.Json;

namespace GanSweep.Settings.Reading;

/// <summary>The step from text to JSON: comments and trailing commas are read, everything else is as in RFC 8259.</summary>
public static class JsonText
{
    /// <summary>The most bytes, in UTF-8, that a text may have: 1 MiB.</summary>
    public const int MaximumBytes = 1 << 20;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly JsonDocumentOptions Options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Parses the text.</summary>
    /// <exception cref="InvalidSettingsException">The text is too long, no Unicode, or no JSON; then with line and column.</exception>
    public static JsonDocument Parse(string json)
    {
        byte[] utf8 = Encode(json);
        try
        {
            return JsonDocument.Parse(utf8, Options);
        }
        catch (JsonException exception)
        {
            throw Invalid(Describe(exception, utf8));
        }
    }

    /// <summary>The text with another value of a member, and all else as it stands: comments, spaces, the order.</summary>
    /// <param name="json">A text that <see cref="Parse"/> takes.</param>
    /// <param name="names">The names on the way to the member, from the top.</param>
    /// <param name="value">The value, as JSON.</param>
    /// <returns>Null if there is no such member.</returns>
    /// <exception cref="InvalidSettingsException">The text is too long, or no Unicode.</exception>
    /// <exception cref="JsonException">The text is no JSON.</exception>
    public static string? With(string json, IReadOnlyList<string> names, string value)
    {
        byte[] utf8 = Encode(json);
        return Find(utf8, names) is (_, var start, var end)
            ? StrictUtf8.GetString(utf8.AsSpan(0, start)) + value + StrictUtf8.GetString(utf8.AsSpan(end)) : null;
    }

    /// <summary>The text without a member, and all else as it stands: comments, spaces, the order.</summary>
    /// <param name="json">A text that <see cref="Parse"/> takes.</param>
    /// <param name="names">The names on the way to the member, from the top.</param>
    /// <returns>The same text if there is no such member.</returns>
    /// <exception cref="InvalidSettingsException">The text is too long, or no Unicode.</exception>
    /// <exception cref="JsonException">The text is no JSON.</exception>
    public static string Without(string json, IReadOnlyList<string> names)
    {
        byte[] utf8 = Encode(json);
        if (Find(utf8, names) is not (var start, _, var end))
        {
            return json;
        }

        // With the comma after it; one before the last member may stay.
        int comma = CommaFrom(utf8, end);
        return StrictUtf8.GetString(utf8.AsSpan(0, start))
            + StrictUtf8.GetString(utf8.AsSpan(end, (comma < 0 ? end : comma) - end))
            + StrictUtf8.GetString(utf8.AsSpan(comma < 0 ? end : comma + 1));
    }

    // Where a member's name and its value begin, and where the value ends.
    private static (int Name, int Value, int End)? Find(byte[] utf8, IReadOnlyList<string> names)
    {
        Utf8JsonReader reader = new(utf8, new JsonReaderOptions { CommentHandling = Options.CommentHandling, AllowTrailingCommas = Options.AllowTrailingCommas });
        int found = 0;
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.EndObject && reader.CurrentDepth == found)
            {
                return null;
            }

            if (reader.TokenType != JsonTokenType.PropertyName || reader.CurrentDepth != found + 1)
            {
                continue;
            }

            bool isOnTheWay = reader.ValueTextEquals(names[found]);
            int name = (int)reader.TokenStartIndex;
            reader.Read();
            if (!isOnTheWay)
            {
                reader.Skip();
            }
            else if (++found == names.Count)
            {
                int value = (int)reader.TokenStartIndex;
                reader.Skip();
                return (name, value, (int)reader.BytesConsumed);
            }
            else if (reader.TokenType != JsonTokenType.StartObject)
            {
                return null;
            }
        }

        return null;
    }

    // The comma that comes next but for white space and comments; -1 if something else does.
    private static int CommaFrom(ReadOnlySpan<byte> utf8, int from)
    {
        for (int at = from; at < utf8.Length; at++)
        {
            if (utf8[at..].StartsWith("//"u8))
            {
                int line = utf8[at..].IndexOfAny((byte)'\n', (byte)'\r');
                at = line < 0 ? utf8.Length : at + line;
            }
            else if (utf8[at..].StartsWith("/*"u8))
            {
                at += utf8[at..].IndexOf("*/"u8) + 1;
            }
            else if (utf8[at] is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
            {
                return utf8[at] == (byte)',' ? at : -1;
            }
        }

        return -1;
    }

    private static byte[] Encode(string json)
    {
        if (string.IsNullOrWhiteSpace(json))
        {
            throw Invalid("the text is empty; a JSON object is needed.");
        }

        try
        {
            // Characters are counted first: never fewer bytes than characters, and a text of gigabytes is not encoded to be refused.
            long bytes = json.Length > MaximumBytes ? json.Length : StrictUtf8.GetByteCount(json);
            return bytes <= MaximumBytes
                ? StrictUtf8.GetBytes(json)
                : throw Invalid($"the text is longer than {MaximumBytes:N0} bytes (1 MiB).");
        }
        catch (EncoderFallbackException exception)
        {
            throw Invalid($"the text is no Unicode: half of a surrogate pair at index {exception.Index}.");
        }
    }

    // The position that the exception's own message ends with counts from 0 and in bytes.
    private static string Describe(JsonException exception, byte[] utf8)
    {
        int line = (int)(exception.LineNumber ?? 0);
        int column = Column(utf8, line, (int)(exception.BytePositionInLine ?? 0));
        string reason = exception.Message.Split(" LineNumber:", 2)[0];
        return $"no valid JSON at line {line + 1}, column {column}: {WithoutRest(reason)}";
    }

    // Of a literal such as "treu" the exception quotes the whole rest of the text: keep its letters.
    private static string WithoutRest(string reason)
    {
        int end = reason.LastIndexOf("' is an invalid JSON literal.", StringComparison.Ordinal);
        return end < 0 ? reason : $"'{string.Concat(reason.Skip(1).TakeWhile(char.IsAsciiLetter).Take(16))}{reason[end..]}";
    }

    private static int Column(ReadOnlySpan<byte> utf8, int line, int bytesInLine)
    {
        for (int i = 0; i < line; i++)
        {
            utf8 = utf8[(utf8.IndexOf((byte)'\n') + 1)..];
        }

        return Encoding.UTF8.GetCharCount(utf8[..Math.Min(bytesInLine, utf8.Length)]) + 1;
    }

    private static InvalidSettingsException Invalid(string message)
    {
        return new InvalidSettingsException([new SettingError("$", message)]);
    }
}
