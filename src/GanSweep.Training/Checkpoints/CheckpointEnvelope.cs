using System.Buffers.Binary;
using System.Security.Cryptography;

namespace GanSweep.Training.Checkpoints;

/// <summary>
/// The bytes of a training checkpoint: a magic word, the version, the lengths of its two parts (JSON and safetensors), the parts, and the
/// SHA-256 of all that. Either all of it is as it was written, or it is refused.
/// </summary>
internal static class CheckpointEnvelope
{
    public const int Version = 2;

    public const int OldestVersion = 1;

    private const int PreambleLength = 20;

    private static ReadOnlySpan<byte> Magic => "GANSWEEP"u8;

    public static byte[] Seal(ReadOnlySpan<byte> header, ReadOnlySpan<byte> tensors)
    {
        byte[] sealedBytes = new byte[PreambleLength + header.Length + tensors.Length + SHA256.HashSizeInBytes];
        Span<byte> bytes = sealedBytes;
        Magic.CopyTo(bytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[8..], Version);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[12..], header.Length);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[16..], tensors.Length);
        header.CopyTo(bytes[PreambleLength..]);
        tensors.CopyTo(bytes[(PreambleLength + header.Length)..]);
        SHA256.HashData(bytes[..^SHA256.HashSizeInBytes], bytes[^SHA256.HashSizeInBytes..]);
        return sealedBytes;
    }

    public static (int Version, ReadOnlyMemory<byte> Header, ReadOnlyMemory<byte> Tensors) Open(ReadOnlyMemory<byte> sealedBytes)
    {
        ReadOnlySpan<byte> bytes = sealedBytes.Span;
        if (bytes.Length < PreambleLength + SHA256.HashSizeInBytes || !bytes.StartsWith(Magic))
        {
            throw new DamagedCheckpointException($"its {bytes.Length} bytes do not begin as a checkpoint does");
        }

        int version = BinaryPrimitives.ReadInt32LittleEndian(bytes[8..]);
        if (version is < OldestVersion or > Version)
        {
            throw new DamagedCheckpointException($"it has version {version}, and this program reads versions {OldestVersion} to {Version}");
        }

        int headerLength = BinaryPrimitives.ReadInt32LittleEndian(bytes[12..]);
        int tensorsLength = BinaryPrimitives.ReadInt32LittleEndian(bytes[16..]);
        long expected = (long)PreambleLength + headerLength + tensorsLength + SHA256.HashSizeInBytes;
        if (headerLength < 0 || tensorsLength < 0 || expected != bytes.Length)
        {
            throw new DamagedCheckpointException($"it has {bytes.Length} bytes where its parts of {headerLength} and {tensorsLength} bytes make {expected}");
        }

        if (!SHA256.HashData(bytes[..^SHA256.HashSizeInBytes]).AsSpan().SequenceEqual(bytes[^SHA256.HashSizeInBytes..]))
        {
            throw new DamagedCheckpointException("its SHA-256 does not match its content");
        }

        return (version, sealedBytes.Slice(PreambleLength, headerLength), sealedBytes.Slice(PreambleLength + headerLength, tensorsLength));
    }
}
