using System.Text;
using GanSweep.Tables.Dialects;

namespace GanSweep.Tables.Formats;

/// <summary>The bytes of a CSV file, which are read more than once: found out of first, read then.</summary>
/// <param name="visit">Gives them, unpacked, from their beginning, to whoever reads them.</param>
/// <param name="mostBytes">The most that are read.</param>
/// <param name="refusal">Says that there are more.</param>
/// <param name="source">What messages call the file.</param>
internal sealed class CsvContent(Action<Action<Stream>> visit, long mostBytes, Func<Exception> refusal, string source)
{
    /// <summary>The first bytes, as they are.</summary>
    /// <param name="length">How many at most.</param>
    public byte[] Head(int length)
    {
        byte[] head = [];
        visit(raw => head = Begin(raw, length));
        return head;
    }

    /// <summary>The bytes, as they are.</summary>
    public T Raw<T>(Func<Stream, T> read)
    {
        T result = default!;
        visit(raw =>
        {
            using CheckedStream bytes = new(raw, mostBytes, refusal, check: null);
            result = read(bytes);
        });
        return result;
    }

    /// <summary>The bytes as UTF-8, without a byte order mark unless they are UTF-8 themselves.</summary>
    /// <param name="encoding">What they are.</param>
    /// <param name="read">Reads them.</param>
    /// <exception cref="NotUtf8Exception">They were to be UTF-8, and are not.</exception>
    /// <exception cref="TableException">They were to be something else, and are not.</exception>
    public T Read<T>(FileEncoding encoding, Func<Stream, T> read)
    {
        T result = default!;
        visit(raw =>
        {
            using CheckedStream bytes = new(raw, mostBytes, refusal, encoding.IsUtf8 ? new Utf8Check() : null);
            if (encoding.IsUtf8)
            {
                result = read(bytes);
                return;
            }

            _ = Begin(bytes, encoding.MarkLength);
            try
            {
                using Stream decoded = Encoding.CreateTranscodingStream(bytes, encoding.Encoding, Encoding.UTF8, leaveOpen: true);
                result = read(decoded);
            }
            catch (DecoderFallbackException failure)
            {
                throw new TableException(
                    $"{source} is taken for {encoding.Name}, but has bytes that are no letters there. Save it as UTF-8, or name its encoding in sweep.json: \"csv\": {{ \"encoding\": \"windows-1252\" }}.",
                    source, innerException: failure);
            }
        });
        return result;
    }

    private static byte[] Begin(Stream stream, int length)
    {
        byte[] head = new byte[length];
        int read = stream.ReadAtLeast(head, length, throwOnEndOfStream: false);
        return head[..read];
    }
}
