using System.Buffers.Binary;
using System.IO.Compression;
using Parquet.Meta;

namespace GanSweep.Tables.Formats;

/// <summary>
/// Compares what a packed page says, or turns out, to unpack to with what its header says. The library believes the page itself where Snappy and Zstandard say
/// a length, and takes as much memory; where LZ4, Brotli or bare bytes come to less than the header says, it reads what was in that memory before, which may be
/// somebody's table. What gzip unpacks to it takes as far as the header says, and no further than it goes.
/// </summary>
/// <param name="stream">The file.</param>
/// <param name="end">Where the page ends.</param>
internal sealed class PackedPage(Stream stream, long end)
{
    // Zstandard's: a block unpacks to no more, a full one is cut in pieces of 8 KiB at the least, and the last may be empty.
    private const int LargestBlock = 128 << 10;
    private const int MostPieces = 16;

    /// <summary>Demands that it unpacks to as many bytes as its header says.</summary>
    /// <param name="codec">What it is packed by.</param>
    /// <param name="unpacked">How many its header says.</param>
    /// <exception cref="InvalidDataException">It does not.</exception>
    public void Demand(CompressionCodec codec, int unpacked)
    {
        switch (codec)
        {
            case CompressionCodec.UNCOMPRESSED:
                Demand(end - stream.Position, unpacked);
                break;
            case CompressionCodec.SNAPPY:
                Demand((long)Varint(), unpacked);
                break;
            case CompressionCodec.LZ4 or CompressionCodec.LZ4_RAW:
                Demand(LengthOfLz4(unpacked), unpacked);
                break;
            case CompressionCodec.BROTLI:
                Demand(LengthOfBrotli(unpacked), unpacked);
                break;
            case CompressionCodec.ZSTD:
                DemandZstandard(unpacked);
                break;
            case CompressionCodec.GZIP:
                break;
            default:
                throw new InvalidDataException($"pages packed by {codec} are not read");
        }
    }

    private static void Demand(long own, long unpacked)
    {
        if (own != unpacked)
        {
            throw new InvalidDataException($"a page unpacks to {own:N0} bytes, and its header says {unpacked:N0}");
        }
    }

    // Sequences of literals and a copy, the last without one, as far as they come to no more than is said. (LZ4 block format)
    private long LengthOfLz4(int unpacked)
    {
        const int ShortestCopy = 4;
        const int OffsetLength = 2;
        long length = 0;
        while (length <= unpacked && stream.Position < end)
        {
            int token = Next();
            long literals = Extended(token >> 4);
            Skip(literals);
            length += literals;
            if (stream.Position < end)
            {
                Skip(OffsetLength);
                length += Extended(token & 15) + ShortestCopy;
            }
        }

        return length;

        long Extended(int count)
        {
            long sum = count;
            for (int more = count == 15 ? 255 : 0; more == 255;)
            {
                more = Next();
                sum += more;
            }

            return sum;
        }
    }

    private long LengthOfBrotli(int unpacked)
    {
        byte[] packed = new byte[end - stream.Position];
        stream.ReadExactly(packed);
        using BrotliStream brotli = new(new MemoryStream(packed), CompressionMode.Decompress);
        byte[] part = new byte[1 << 16];
        long length = 0;
        for (int read = -1; read != 0 && length <= unpacked; length += read)
        {
            read = brotli.Read(part);
        }

        return length;
    }

    // Frames one after the other, each of blocks. (RFC 8878) A frame that does not say its length is taken for as much as its blocks may come to.
    private void DemandZstandard(int unpacked)
    {
        const uint Frame = 0xFD2FB528;
        const uint Skippable = 0x184D2A50;
        long said = 0;
        long atMost = 0;
        bool isSaid = true;
        while (stream.Position < end)
        {
            uint magic = (uint)Number(4);
            if ((magic & ~15u) == Skippable)
            {
                Skip(Number(4));
                continue;
            }

            if (magic != Frame)
            {
                throw new InvalidDataException("a page is not in Zstandard's format");
            }

            (long? length, long bound) = PassFrame();
            isSaid &= length is not null;
            said += length ?? 0;
            atMost += length ?? bound;
        }

        if (isSaid)
        {
            Demand(said, unpacked);
        }
        else if (atMost < unpacked || atMost > ((long)MostPieces * unpacked) + (2 * LargestBlock))
        {
            throw new InvalidDataException($"a page unpacks to up to {atMost:N0} bytes, and its header says {unpacked:N0}");
        }
    }

    // How long a frame says it is unpacked, and how long its blocks may be in all.
    private (long? Length, long Bound) PassFrame()
    {
        int descriptor = Next();
        bool isSingle = (descriptor & 32) != 0;
        int window = isSingle ? 0 : Next();
        Skip((descriptor & 3) switch { 3 => 4, int bytes => bytes });
        long? length = (descriptor >> 6) switch
        {
            0 => isSingle ? Number(1) : null,
            1 => Number(2) + 256,
            2 => Number(4),
            _ => Number(8),
        };
        if (length < 0)
        {
            throw new InvalidDataException("a page says that it is longer than any memory");
        }

        long windowLength = 1L << (10 + (window >> 3));
        windowLength += windowLength / 8 * (window & 7);
        long block = Math.Min(isSingle ? length!.Value : windowLength, LargestBlock);
        long bound = 0;
        for (bool isLast = false; !isLast; bound += block)
        {
            long header = Number(3);
            isLast = (header & 1) != 0;
            Skip((header >> 1 & 3) == 1 ? 1 : header >> 3);
        }

        Skip((descriptor & 4) != 0 ? 4 : 0);
        return (length, bound);
    }

    private long Number(int bytes)
    {
        Span<byte> number = stackalloc byte[sizeof(long)];
        number.Clear();
        for (int index = 0; index < bytes; index++)
        {
            number[index] = (byte)Next();
        }

        return BinaryPrimitives.ReadInt64LittleEndian(number);
    }

    // Of five bytes at most, as all that the library reads.
    private ulong Varint()
    {
        ulong value = 0;
        for (int shift = 0; shift < 35; shift += 7)
        {
            int part = Next();
            value |= (ulong)(part & 127) << shift;
            if (part < 128)
            {
                return value;
            }
        }

        throw new InvalidDataException("a page says that it is longer than any memory");
    }

    private void Skip(long count)
    {
        stream.Position = count <= end - stream.Position ? stream.Position + count : throw TooSoon();
    }

    private int Next()
    {
        return stream.Position < end && stream.ReadByte() is >= 0 and int next ? next : throw TooSoon();
    }

    private static InvalidDataException TooSoon()
    {
        return new InvalidDataException("a page ends too soon");
    }
}
