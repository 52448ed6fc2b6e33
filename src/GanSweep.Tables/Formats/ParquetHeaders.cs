using System.Buffers.Binary;
using Parquet.Meta;

namespace GanSweep.Tables.Formats;

/// <summary>
/// Looks through the headers of a Parquet file before the library does. That believes any length that they say, and counts to it: three kilobytes keep it
/// busy for an hour. (Thrift's compact protocol; Parquet's headers have no lists of booleans and no maps.) What a header says of its fields' types is taken as
/// it is said, where the library takes known fields for what they should be: of fifty thousand files changed at random one still keeps it busy.
/// </summary>
/// <param name="stream">The file.</param>
internal sealed class ParquetHeaders(Stream stream)
{
    private const int FooterEndLength = 8;
    private const int MostDepth = 32;

    // Fields of a page's header, and of what it says of its data in both versions.
    private const int PageSize = 3;
    private const int DataPage = 5;
    private const int DataPageV2 = 8;
    private const int ValueCount = 1;

    // Types of fields.
    private const int Number = 5;
    private const int Struct = 12;

    private long _end;

    /// <summary>Checks what is said of the whole file, at its end.</summary>
    /// <exception cref="InvalidDataException">It cannot be so.</exception>
    public void CheckFooter()
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        stream.Position = Math.Max(0, stream.Length - FooterEndLength);
        stream.ReadExactly(length);
        _end = stream.Length - FooterEndLength;
        stream.Position = Within(_end - BinaryPrimitives.ReadUInt32LittleEndian(length));
        SkipStruct(depth: 0, wanted: null);
        stream.Position = 0;
    }

    /// <summary>Checks what is said of every page of a column, before each, until they have all its values: so far they are read.</summary>
    /// <param name="column">Where the column is.</param>
    /// <exception cref="InvalidDataException">It cannot be so.</exception>
    public void CheckPages(ColumnMetaData column)
    {
        long at = Within(Math.Min(column.DataPageOffset, column.DictionaryPageOffset is > 0 and { } first ? first : long.MaxValue));
        _end = stream.Length;
        for (long values = 0; values < column.NumValues;)
        {
            stream.Position = at;
            (int size, int count) = PassPage();
            if (size < 0 || count < 0)
            {
                throw Impossible($"a page has {count:N0} values in {size:N0} bytes");
            }

            at = stream.Position + size;
            values += count;
        }
    }

    // How many bytes follow the header of a page, and how many values it has; a dictionary has none.
    private (int Size, int Values) PassPage()
    {
        int? size = null;
        int values = 0;
        int field = 0;
        while (NextField(ref field) is { } type)
        {
            switch (field, type)
            {
                case (PageSize, Number):
                    size = (int)Zigzag();
                    break;
                case (DataPage or DataPageV2, Struct):
                    values = SkipStruct(depth: 1, ValueCount) ?? 0;
                    break;
                default:
                    SkipValue(type, depth: 0);
                    break;
            }
        }

        return (size ?? throw Impossible("a page does not say how long it is"), values);
    }

    // The type of the next field of a struct, and its number; null at the end.
    private int? NextField(ref int field)
    {
        int header = Next();
        if (header == 0)
        {
            return null;
        }

        field = header >> 4 is > 0 and int step ? field + step : (int)Zigzag();
        return header & 15;
    }

    /// <summary>Passes a struct by.</summary>
    /// <returns>The number in a wanted field; null if it has none.</returns>
    private int? SkipStruct(int depth, int? wanted)
    {
        if (depth > MostDepth)
        {
            throw Impossible($"a header is more than {MostDepth} deep");
        }

        int? found = null;
        int field = 0;
        while (NextField(ref field) is { } type)
        {
            if (field == wanted && type == Number)
            {
                found = (int)Zigzag();
            }
            else
            {
                SkipValue(type, depth);
            }
        }

        return found;
    }

    private void SkipValue(int type, int depth)
    {
        switch (type)
        {
            case 1 or 2: // a boolean is in its type
                break;
            case 3: // a byte
                Skip(1);
                break;
            case 4 or 5 or 6: // whole numbers
                Varint();
                break;
            case 7: // a double
                Skip(sizeof(double));
                break;
            case 8: // bytes, or a text
                Skip(Varint());
                break;
            case 9 or 10: // a list, or a set
                SkipList(depth);
                break;
            case Struct:
                SkipStruct(depth + 1, wanted: null);
                break;
            default:
                throw Impossible($"a header has a value of type {type}");
        }
    }

    private void SkipList(int depth)
    {
        int header = Next();
        ulong count = header >> 4 == 15 ? Varint() : (ulong)(header >> 4);
        int type = header & 15;
        if (type is 1 or 2 || count > (ulong)(_end - stream.Position))
        {
            throw Impossible($"a header has a list of {count:N0}");
        }

        for (; count > 0; count--)
        {
            if (type is 9 or 10 && depth >= MostDepth)
            {
                throw Impossible($"a header is more than {MostDepth} deep");
            }

            SkipValue(type, depth + 1);
        }
    }

    private void Skip(ulong count)
    {
        stream.Position = count <= (ulong)(_end - stream.Position) ? stream.Position + (long)count : throw Impossible("a header ends too soon");
    }

    private long Zigzag()
    {
        ulong value = Varint();
        return (long)(value >> 1) ^ -(long)(value & 1);
    }

    private ulong Varint()
    {
        ulong value = 0;
        for (int shift = 0; shift < 64; shift += 7)
        {
            int part = Next();
            value |= (ulong)(part & 127) << shift;
            if (part < 128)
            {
                return value;
            }
        }

        throw Impossible("a header has a number that is too long");
    }

    private int Next()
    {
        return stream.Position < _end && stream.ReadByte() is >= 0 and int next ? next : throw Impossible("a header ends too soon");
    }

    private long Within(long at)
    {
        return at >= 0 && at < stream.Length ? at : throw Impossible($"a header is at {at:N0}");
    }

    private static InvalidDataException Impossible(string what)
    {
        return new InvalidDataException(what);
    }
}
