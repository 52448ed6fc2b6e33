using GanSweep.Tables.Text;
using ICSharpCode.SharpZipLib;
using ICSharpCode.SharpZipLib.GZip;
using ICSharpCode.SharpZipLib.Zip;

namespace GanSweep.Tables.Formats;

/// <summary>
/// CSV in a gzip, or alone in a zip. By SharpZipLib, which compares the checksums and the lengths: the streams of System.IO.Compression take a
/// file that was cut short for one that has ended.
/// </summary>
internal static class PackedFormat
{
    /// <summary>Reads a gzip.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="source">What messages call it.</param>
    /// <param name="read">Reads what is in it.</param>
    /// <exception cref="TableException">It is damaged.</exception>
    public static void ReadGzip(Stream stream, string source, Action<Stream> read)
    {
        try
        {
            long packed = 0;
            using ContinuedStream counted = new(default, stream, bytes => packed = bytes);
            using GZipInputStream unpacked = new(counted) { IsStreamOwner = false };
            using UnpackedStream bounded = new(unpacked, () => packed, source);
            read(bounded);
        }
        catch (Exception damage) when (IsDamage(damage))
        {
            throw Damaged(source, "gzip", damage);
        }
    }

    /// <summary>Reads a zip.</summary>
    /// <param name="stream">The file, in memory: its directory stands at the end.</param>
    /// <param name="source">What messages call it.</param>
    /// <param name="read">Reads what is in it.</param>
    /// <exception cref="TableException">It is damaged, or has not exactly one file in it.</exception>
    public static void ReadZip(Stream stream, string source, Action<Stream> read)
    {
        try
        {
            using ZipFile directory = new(stream, leaveOpen: true);
            ZipEntry[] files = [.. directory.Cast<ZipEntry>().Where(entry => entry.IsFile && !entry.Name.StartsWith("__MACOSX/", StringComparison.Ordinal))];
            if (files is not [ZipEntry file])
            {
                throw new TableException($"{source} is a zip of {Amount.Of(files.Length, "file")}; a table's has one, a CSV file. Unpack it and name the file.", source);
            }

            if (file.IsCrypted)
            {
                throw new TableException($"{source} is a zip under a password. Unpack it and name the file.", source);
            }

            // The directory's streams compare no checksum.
            stream.Position = 0;
            using ZipInputStream unpacked = new(stream) { IsStreamOwner = false };
            using UnpackedStream bounded = new(unpacked, () => stream.Position, source);
            while (unpacked.GetNextEntry() is { } entry)
            {
                if (entry.Name == file.Name)
                {
                    read(bounded);
                    return;
                }

                if (entry is { IsFile: true, IsCrypted: false, CompressionMethod: CompressionMethod.Deflated })
                {
                    // The library would unpack what it passes by, however long.
                    bounded.CopyTo(Stream.Null);
                }
            }

            throw Damaged(source, "zip", new ZipException("its directory names a file that it has not."));
        }
        catch (Exception damage) when (IsDamage(damage))
        {
            throw Damaged(source, "zip", damage);
        }
    }

    // What the library throws at bytes that are not what they should be.
    private static bool IsDamage(Exception exception)
    {
        return exception is SharpZipBaseException or EndOfStreamException or InvalidDataException or IndexOutOfRangeException or ArithmeticException or ArgumentException
            or NotSupportedException or InvalidOperationException;
    }

    private static TableException Damaged(string source, string kind, Exception damage)
    {
        return new TableException($"{source} is a {kind} file, and it is damaged: {damage.Message.TrimEnd('.')}. Pack it again.", source, innerException: damage);
    }
}
