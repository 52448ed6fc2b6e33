using System.IO.Compression;
using GanSweep.Tables.Formats;
using Parquet.Meta;

namespace GanSweep.Tables.Tests.Formats;

/// <summary>Pages of Parquet that unpack to something else than their headers say: refused before they are unpacked.</summary>
public sealed class PackedPageTests
{
    private static readonly double[] Values = [1.5, -2, 3.25, 1e9, 0, 7.75, 8, 9.125];

    private static readonly byte[] Raw = [.. Values.SelectMany(BitConverter.GetBytes)];

    public static TheoryData<CompressionCodec> Codecs => [.. Packers.Keys];

    private static Dictionary<CompressionCodec, Func<byte[], byte[]>> Packers { get; } = new()
    {
        [CompressionCodec.UNCOMPRESSED] = raw => raw,
        [CompressionCodec.SNAPPY] = raw => Snappy(raw, raw.Length),
        [CompressionCodec.GZIP] = raw => Streamed(raw, packed => new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true)),
        [CompressionCodec.BROTLI] = raw => Streamed(raw, packed => new BrotliStream(packed, CompressionLevel.Optimal, leaveOpen: true)),
        [CompressionCodec.LZ4] = Lz4,
        [CompressionCodec.LZ4_RAW] = Lz4,
        [CompressionCodec.ZSTD] = raw => Zstandard((ulong)raw.Length, (false, raw)),
    };

    [Theory]
    [MemberData(nameof(Codecs))]
    public void Read_PageThatIsWhatItSays_IsRead(CompressionCodec codec)
    {
        Assert.Equal(Values, Numbers(new ForgedParquet(codec, Packers[codec](Raw), Raw.Length, Values.Length)));
        Assert.Equal(Values, Numbers(new ForgedParquet(codec, Packers[codec](Raw), Raw.Length, Values.Length) { Levels = (0, 0) }));
    }

    [Theory]
    [MemberData(nameof(Codecs))]
    public void Read_PageOfTheSecondVersionWithLevels_IsRead(CompressionCodec codec)
    {
        // A run of so many values that are there.
        byte[] levels = [(byte)(Values.Length << 1), 1];

        Assert.Equal(Values, Numbers(new ForgedParquet(codec, [.. levels, .. Packers[codec](Raw)], levels.Length + Raw.Length, Values.Length) { IsNullable = true, Levels = (levels.Length, 0) }));
    }

    // Where less comes out than is said, the rest of the memory is as it was: what others left there would be values.
    [Theory]
    [MemberData(nameof(Codecs))]
    public void Read_PageThatUnpacksToLess_IsRefused(CompressionCodec codec)
    {
        string refused = Refused(new ForgedParquet(codec, Packers[codec](Raw[..32]), Raw.Length, Values.Length));

        // What gzip unpacks to is cut to what there is; then values are missing.
        Assert.Contains(codec == CompressionCodec.GZIP ? "it is damaged" : "a page unpacks to 32 bytes, and its header says 64", refused, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(CompressionCodec.UNCOMPRESSED, "64")]
    [InlineData(CompressionCodec.SNAPPY, "64")]
    [InlineData(CompressionCodec.BROTLI, "64")]
    [InlineData(CompressionCodec.LZ4, "64")]
    [InlineData(CompressionCodec.LZ4_RAW, "64")]
    [InlineData(CompressionCodec.ZSTD, "64")]
    public void Read_PageThatUnpacksToMore_IsRefused(CompressionCodec codec, string own)
    {
        Assert.Contains($"a page unpacks to {own} bytes, and its header says 32", Refused(new ForgedParquet(codec, Packers[codec](Raw), 32, 4)), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_GzipThatUnpacksToMore_IsReadAsFarAsItsHeaderSays()
    {
        Assert.Equal(Values[..4], Numbers(new ForgedParquet(CompressionCodec.GZIP, Packers[CompressionCodec.GZIP](Raw), 32, 4)));
    }

    [Fact]
    public void Read_PageThatSaysToBeAsLongAsMemory_IsRefused()
    {
        Assert.Contains("unpacks to 2,147,483,647 bytes", Refused(new ForgedParquet(CompressionCodec.SNAPPY, Snappy(Raw, int.MaxValue), Raw.Length, Values.Length)), StringComparison.Ordinal);
        Assert.Contains("unpacks to 2,000,000,000 bytes", Refused(new ForgedParquet(CompressionCodec.ZSTD, Zstandard(2_000_000_000, (false, Raw)), Raw.Length, Values.Length)), StringComparison.Ordinal);
        Assert.Contains(
            "longer than any memory", Refused(new ForgedParquet(CompressionCodec.ZSTD, Zstandard(ulong.MaxValue, (false, Raw)), Raw.Length, Values.Length)), StringComparison.Ordinal);
    }

    // It does not say its length, and every four bytes may be 128 KiB.
    [Fact]
    public void Read_ZstandardOfMoreBlocksThanItsLengthTakes_IsRefused()
    {
        (bool, byte[])[] empty = [.. Enumerable.Repeat((false, Array.Empty<byte>()), 10_000), (false, Raw)];

        Assert.Contains($"up to {10_001L << 17:N0} bytes", Refused(new ForgedParquet(CompressionCodec.ZSTD, Zstandard(null, empty), Raw.Length, Values.Length)), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ZstandardThatDoesNotSayItsLength_IsRead()
    {
        Assert.Equal(Values, Numbers(new ForgedParquet(CompressionCodec.ZSTD, Zstandard(null, (false, Raw), (false, [])), Raw.Length, Values.Length)));
        Assert.Equal(Enumerable.Repeat(0.0, 8), Numbers(new ForgedParquet(CompressionCodec.ZSTD, Zstandard(64, (true, [0])), 64, 8)));
        Assert.Equal(Values, Numbers(new ForgedParquet(CompressionCodec.ZSTD, [.. Zstandard(32, (false, Raw[..32])), .. Skippable, .. Zstandard(32, (false, Raw[32..]))], 64, 8)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(9)]
    public void Read_PageThatEndsInTheMiddle_IsRefused(int length)
    {
        foreach (CompressionCodec codec in Packers.Keys.Where(codec => codec != CompressionCodec.UNCOMPRESSED))
        {
            Assert.NotEmpty(Refused(new ForgedParquet(codec, Packers[codec](Raw)[..length], Raw.Length, Values.Length)));
        }
    }

    [Fact]
    public void Read_PageThatEndsBehindTheFile_IsRefused()
    {
        Assert.Contains("8 values in 2,000,000,000 bytes", Refused(new ForgedParquet(CompressionCodec.SNAPPY, Packers[CompressionCodec.SNAPPY](Raw), Raw.Length, 8) { Size = 2_000_000_000, Levels = (0, 0) }), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_DictionaryOfMoreWordsThanBytes_IsRefused()
    {
        Assert.Contains("2,147,483,647 values in 0 bytes", Refused(new ForgedParquet(CompressionCodec.UNCOMPRESSED, Raw, Raw.Length, 8) { Words = int.MaxValue }), StringComparison.Ordinal);
    }

    // The library passes no levels by where there are none, and would unpack from elsewhere than what was looked at.
    [Theory]
    [InlineData(false, 2, 0)]
    [InlineData(true, 2, 1)]
    [InlineData(true, 1_000, 0)]
    [InlineData(true, -1, 0)]
    public void Read_LevelsThatCannotBe_AreRefused(bool isNullable, int definitions, int repetitions)
    {
        Assert.Contains("bytes of levels", Refused(new ForgedParquet(CompressionCodec.SNAPPY, Packers[CompressionCodec.SNAPPY](Raw), Raw.Length, 8) { IsNullable = isNullable, Levels = (definitions, repetitions) }), StringComparison.Ordinal);
    }

    private static byte[] Skippable => [0x51, 0x2A, 0x4D, 0x18, 3, 0, 0, 0, 9, 9, 9];

    private static double[] Numbers(ForgedParquet file)
    {
        return Read.Bytes(file.ToArray()).Table.Column(0).ToArray();
    }

    private static string Refused(ForgedParquet file)
    {
        return Assert.Throws<TableException>(() => Read.Bytes(file.ToArray())).Message;
    }

    private static byte[] Streamed(byte[] raw, Func<Stream, Stream> open)
    {
        using MemoryStream packed = new();
        using (Stream packing = open(packed))
        {
            packing.Write(raw);
        }

        return packed.ToArray();
    }

    // One literal of at most 256 bytes, after what it says to come to.
    private static byte[] Snappy(byte[] raw, int says)
    {
        return [.. ForgedParquet.Varint((uint)says), 60 << 2, (byte)(raw.Length - 1), .. raw];
    }

    private static byte[] Lz4(byte[] raw)
    {
        return [15 << 4, (byte)(raw.Length - 15), .. raw];
    }

    // Blocks as they are, or of one byte again and again, as often as what is said is long.
    private static byte[] Zstandard(ulong? says, params (bool Repeats, byte[] Bytes)[] blocks)
    {
        byte[] head = [0x28, 0xB5, 0x2F, 0xFD, .. says is { } length ? [0xE0, .. BitConverter.GetBytes(length)] : new byte[] { 0, 0x58 }];
        return [.. head, .. blocks.SelectMany((block, index) =>
        {
            int header = (index == blocks.Length - 1 ? 1 : 0) | (block.Repeats ? 2 : 0) | (block.Repeats ? (int)says! : block.Bytes.Length) << 3;
            return new[] { (byte)header, (byte)(header >> 8), (byte)(header >> 16) }.Concat(block.Bytes);
        })];
    }
}
