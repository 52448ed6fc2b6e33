using System.Text;
using UtfUnknown;

namespace GanSweep.Tables.Dialects;

/// <summary>The encoding of a file.</summary>
/// <param name="Encoding">What decodes it; it throws at what is none of its letters.</param>
/// <param name="MarkLength">How many bytes the byte order mark at its beginning has; 0 if there is none.</param>
internal sealed record FileEncoding(Encoding Encoding, int MarkLength)
{
    private const string Western = "windows-1252";

    // Of little text a guess is worth little.
    private const float LeastConfidence = 0.7f;
    private const long MostBytesOfAGuess = 16 << 20;

    /// <summary>Its name, as IANA has it.</summary>
    public string Name => Encoding.WebName;

    /// <summary>Whether its bytes are UTF-8.</summary>
    public bool IsUtf8 => Encoding is UTF8Encoding;

    /// <summary>What a file begins with that has a byte order mark; nothing in encodings that have none.</summary>
    public ReadOnlySpan<byte> Mark => Encoding.CodePage switch
    {
        65001 => [0xEF, 0xBB, 0xBF],
        1200 => [0xFF, 0xFE],
        1201 => [0xFE, 0xFF],
        _ => [],
    };

    /// <summary>What encodes it without writing a byte order mark.</summary>
    public Encoding Unmarked => Encoding.CodePage switch
    {
        1200 => new UnicodeEncoding(bigEndian: false, byteOrderMark: false),
        1201 => new UnicodeEncoding(bigEndian: true, byteOrderMark: false),
        _ => Encoding,
    };

    /// <summary>What the first bytes say: a byte order mark, or the zeros of UTF-16; else UTF-8.</summary>
    public static FileEncoding Of(ReadOnlySpan<byte> head)
    {
        return head switch
        {
            [0xEF, 0xBB, 0xBF, ..] => new FileEncoding(Utf8, 3),
            [0xFF, 0xFE, ..] => new FileEncoding(new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true), 2),
            [0xFE, 0xFF, ..] => new FileEncoding(new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true), 2),
            [not 0, 0, not 0, 0, ..] => new FileEncoding(new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true), 0),
            [0, not 0, 0, not 0, ..] => new FileEncoding(new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true), 0),
            _ => new FileEncoding(Utf8, 0),
        };
    }

    /// <summary>The encoding of a name; null if there is none.</summary>
    public static FileEncoding? Named(string name, ReadOnlySpan<byte> head)
    {
        try
        {
            Encoding encoding = Get(name);
            FileEncoding marked = Of(head);
            return new FileEncoding(encoding, marked.MarkLength > 0 && marked.Name == encoding.WebName ? marked.MarkLength : 0);
        }
        catch (Exception failure) when (failure is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>The most likely encoding of bytes that are not UTF-8: Windows-1252 unless their letters say another.</summary>
    public static FileEncoding Guess(Stream bytes)
    {
        DetectionDetail? detected = CharsetDetector.DetectFromStream(bytes, MostBytesOfAGuess).Detected;
        string name = detected is { Confidence: >= LeastConfidence, EncodingName: { } found } && !IsWestern(found) ? found : Western;
        try
        {
            return new FileEncoding(Get(name), 0);
        }
        catch (Exception failure) when (failure is ArgumentException or NotSupportedException)
        {
            return new FileEncoding(Get(Western), 0);
        }
    }

    private static UTF8Encoding Utf8 { get; } = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // What the guess may call it that has no letters where Windows-1252 has none, and UTF-8, which it is not.
    private static bool IsWestern(string name)
    {
        return name.Equals("iso-8859-1", StringComparison.OrdinalIgnoreCase) || name.Equals("ascii", StringComparison.OrdinalIgnoreCase) || name.Equals("utf-8", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The encoding of a name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    /// <exception cref="NotSupportedException">It is UTF-7, which nobody should read.</exception>
    internal static Encoding Get(string name)
    {
        if (name.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || name.Equals("utf8", StringComparison.OrdinalIgnoreCase))
        {
            return Utf8;
        }

        return CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ReplacementFallback, DecoderFallback.ExceptionFallback)
            ?? Encoding.GetEncoding(name, EncoderFallback.ReplacementFallback, DecoderFallback.ExceptionFallback);
    }
}
