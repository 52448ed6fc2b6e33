using System.Text;
using GanSweep.Client.Errors;

namespace GanSweep.Client.Sweeps;

/// <summary>Text files that a person names.</summary>
internal static class TextFile
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a whole file of UTF-8 text, with or without a byte order mark.</summary>
    /// <param name="path">The file.</param>
    /// <param name="kind">What it should be, for messages.</param>
    /// <param name="mostBytes">The longest it may be.</param>
    /// <exception cref="WrongInputException">There is no such file, it may not be read, it is too long, or it is not text.</exception>
    public static string Read(string path, string kind, int mostBytes)
    {
        try
        {
            using FileStream file = File.OpenRead(path);
            if (file.CanSeek && file.Length > mostBytes)
            {
                throw new WrongInputException($"{path} has {file.Length:N0} bytes; a {kind} may have {mostBytes:N0}.");
            }

            // A pipe has no length before its end.
            byte[] content = new byte[file.CanSeek ? file.Length : mostBytes + 1];
            int length = file.ReadAtLeast(content, content.Length, throwOnEndOfStream: false);
            return length <= mostBytes
                ? StrictUtf8.GetString(content.AsSpan(0, length)).TrimStart('\uFEFF')
                : throw new WrongInputException($"{path} has more than {mostBytes:N0} bytes, which is the most that a {kind} may have.");
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new WrongInputException($"There is no {kind} at {path} (looked for {Path.GetFullPath(path)}).");
        }
        catch (UnauthorizedAccessException)
        {
            throw new WrongInputException(Directory.Exists(path)
                ? $"{path} is a folder; the file of a {kind} is expected."
                : $"{path} may not be read by this user.");
        }
        catch (DecoderFallbackException exception)
        {
            throw new WrongInputException(
                $"{path} is not UTF-8 text: byte {exception.Index} is 0x{Convert.ToHexString(exception.BytesUnknown ?? [])}. Save it as UTF-8.");
        }
    }
}
