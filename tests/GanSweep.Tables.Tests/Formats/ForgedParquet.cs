using Parquet.Meta;

namespace GanSweep.Tables.Tests.Formats;

/// <summary>A Parquet file of one column of numbers, "n", in one page, of which everything may be said that is not so. (Thrift's compact protocol)</summary>
internal sealed record ForgedParquet(CompressionCodec Codec, byte[] Content, int Unpacked, int Rows)
{
    private const int Int = 5;
    private const int Long = 6;
    private const int Bytes = 8;
    private const int List = 9;
    private const int Struct = 12;

    /// <summary>Whether its values may be missing.</summary>
    public bool IsNullable { get; init; }

    /// <summary>Whether its page is of the second version, and how many bytes of levels that says it has.</summary>
    public (int Definitions, int Repetitions)? Levels { get; init; }

    /// <summary>How many bytes its page's header says that follow.</summary>
    public int? Size { get; init; }

    /// <summary>How many values a dictionary before its page says it has, in no bytes.</summary>
    public int? Words { get; init; }

    public byte[] ToArray()
    {
        byte[] dictionary = Words is { } words
            ? Record((1, Int, Number(2)), (2, Int, Number(0)), (3, Int, Number(0)), (7, Struct, Record((1, Int, Number(words)), (2, Int, Number(0)))))
            : [];
        byte[] page = [.. Levels is { } levels ? PageV2(levels.Definitions, levels.Repetitions) : PageV1(), .. Content];
        byte[] file = [.. "PAR1"u8, .. dictionary, .. page];
        byte[] footer = Footer(4, file.Length - 4);
        return [.. file, .. footer, .. BitConverter.GetBytes(footer.Length), .. "PAR1"u8];
    }

    private byte[] PageV1()
    {
        byte[] said = Record((1, Int, Number(Rows)), (2, Int, Number(0)), (3, Int, Number(3)), (4, Int, Number(3)));
        return Record((1, Int, Number(0)), (2, Int, Number(Unpacked)), (3, Int, Number(Size ?? Content.Length)), (5, Struct, said));
    }

    private byte[] PageV2(int definitions, int repetitions)
    {
        byte[] said = Record(
            (1, Int, Number(Rows)), (2, Int, Number(0)), (3, Int, Number(Rows)), (4, Int, Number(0)), (5, Int, Number(definitions)), (6, Int, Number(repetitions)));
        return Record((1, Int, Number(3)), (2, Int, Number(Unpacked)), (3, Int, Number(Size ?? Content.Length)), (8, Struct, said));
    }

    private byte[] Footer(int page, int length)
    {
        byte[] root = Record((4, Bytes, Text("schema")), (5, Int, Number(1)));
        byte[] element = Record((1, Int, Number((int)Parquet.Meta.Type.DOUBLE)), (3, Int, Number(IsNullable ? 1 : 0)), (4, Bytes, Text("n")));
        byte[] column = Record(
            (1, Int, Number((int)Parquet.Meta.Type.DOUBLE)),
            (2, List, ListOf(Int, Number(0))),
            (3, List, ListOf(Bytes, Text("n"))),
            (4, Int, Number((int)Codec)),
            (5, Long, Number(Rows)),
            (6, Long, Number(length)),
            (7, Long, Number(length)),
            (9, Long, Number(page)));
        byte[] group = Record((1, List, ListOf(Struct, Record((2, Long, Number(page)), (3, Struct, column)))), (2, Long, Number(length)), (3, Long, Number(Rows)));
        return Record((1, Int, Number(2)), (2, List, ListOf(Struct, root, element)), (3, Long, Number(Rows)), (4, List, ListOf(Struct, group)));
    }

    private static byte[] Record(params ReadOnlySpan<(int Number, int Type, byte[] Value)> fields)
    {
        List<byte> bytes = [];
        int last = 0;
        foreach ((int number, int type, byte[] value) in fields)
        {
            bytes.Add((byte)((number - last) << 4 | type));
            bytes.AddRange(value);
            last = number;
        }

        return [.. bytes, 0];
    }

    private static byte[] ListOf(int type, params byte[][] items)
    {
        return [(byte)(items.Length << 4 | type), .. items.SelectMany(item => item)];
    }

    private static byte[] Text(string text)
    {
        return [.. Varint((uint)text.Length), .. System.Text.Encoding.UTF8.GetBytes(text)];
    }

    private static byte[] Number(int value)
    {
        return Varint((uint)(value << 1 ^ value >> 31));
    }

    /// <summary>Seven bits a byte, the lowest first.</summary>
    public static byte[] Varint(uint value)
    {
        List<byte> bytes = [];
        for (; value > 127; value >>= 7)
        {
            bytes.Add((byte)(value | 128));
        }

        return [.. bytes, (byte)value];
    }
}
