using System.Text;
using GanSweep.Client.Errors;
using GanSweep.Files;
using GanSweep.Services.Errors;

namespace GanSweep.Client.Sweeps;

/// <summary>Text files that a person names.</summary>
internal static class TextFile
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a whole file of UTF-8 text, with or without a byte order mark.</summary>
    /// <param name="path">The file.</param>
    /// <param name="kind">What it should be, with its article, for messages.</param>
    /// <param name="mostBytes">The longest it may be.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="InputFileException">There is no such file, it may not be read, or it is too long.</exception>
    /// <exception cref="WrongInputException">It is not text.</exception>
    public static async Task<string> ReadAsync(string path, string kind, int mostBytes, CancellationToken cancellationToken)
    {
        ReadOnlyMemory<byte> content = await InputFile.ReadAsync(path, kind, mostBytes, cancellationToken);
        try
        {
            return StrictUtf8.GetString(content.Span).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException exception)
        {
            throw new WrongInputException(
                $"{path} is not UTF-8 text: byte {exception.Index} is 0x{Convert.ToHexString(exception.BytesUnknown ?? [])}. Save it as UTF-8.");
        }
    }
}
