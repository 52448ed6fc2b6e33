using Microsoft.Win32.SafeHandles;

namespace GanSweep.Storage.LiteDb.Files;

/// <summary>Reads of the database's files.</summary>
internal static class DiskRead
{
    /// <summary>Reads what is at a position.</summary>
    /// <param name="file">The file.</param>
    /// <param name="buffer">Receives the bytes.</param>
    /// <param name="position">Where they begin.</param>
    /// <returns>How many there were.</returns>
    /// <exception cref="DiskReadException">The disk did not give them.</exception>
    public static int At(SafeFileHandle file, Span<byte> buffer, long position)
    {
        try
        {
            return RandomAccess.Read(file, buffer, position);
        }
        catch (IOException failure)
        {
            throw new DiskReadException(failure);
        }
    }
}
