using ICSharpCode.SharpZipLib;

namespace GanSweep.Tables.Formats;

/// <summary>What comes out of a packed stream, as long as it is in proportion to what went in (<see cref="PackedGrowth"/>).</summary>
/// <param name="unpacked">What unpacks; stays open.</param>
/// <param name="packed">How many bytes it has read so far.</param>
/// <param name="source">What messages call it.</param>
internal sealed class UnpackedStream(Stream unpacked, Func<long> packed, string source) : ForwardStream
{
    private long _read;

    /// <exception cref="TableException">There is far more of it than there should be.</exception>
    /// <exception cref="InvalidDataException">It cannot be unpacked.</exception>
    public override int Read(Span<byte> buffer)
    {
        int read;
        try
        {
            read = unpacked.Read(buffer);
        }
        catch (Exception damage) when (damage is not (SharpZipBaseException or IOException or OperationCanceledException or OutOfMemoryException))
        {
            // At bytes that nobody packed the library counts and looks where nothing is.
            throw new InvalidDataException("its bytes cannot be unpacked", damage);
        }

        _read += read;
        PackedGrowth.Demand(_read, packed(), source);
        return read;
    }
}
