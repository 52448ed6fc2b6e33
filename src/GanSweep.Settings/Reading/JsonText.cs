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
            reader.Read();
            if (!isOnTheWay)
            {
                reader.Skip();
            }
            else if (++found == names.Count)
            {
                int start = (int)reader.TokenStartIndex;
                reader.Skip();
                return StrictUtf8.GetString(utf8.AsSpan(0, start)) + value + StrictUtf8.GetString(utf8.AsSpan((int)reader.BytesConsumed));
            }
            else if (reader.TokenType != JsonTokenType.StartObject)
            {
                return null;
            }
        }

        return null;
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
