using System.Buffers.Binary;
using Parquet.Meta;

namespace GanSweep.Tables.Formats;

/// <summary>
/// Looks through the headers of a Parquet file before the library does. That believes any length that they say, and counts to it: three kilobytes keep it
/// busy for an hour. (Thrift's compact protocol; Parquet's headers have no lists of booleans and no maps.)
/// </summary>
/// <param name="stream">The file.</param>
internal sealed class ParquetHeaders(Stream stream)
{
    private const int FooterEndLength = 8;
    private const int MostDepth = 32;
    private const int PageSize = 3;

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
        SkipStruct(depth: 0);
        stream.Position = 0;
    }

    /// <summary>Checks what is said of every page of a column, before each.</summary>
    /// <param name="column">Where the column is.</param>
    /// <exception cref="InvalidDataException">It cannot be so.</exception>
    public void CheckPages(ColumnMetaData column)
    {
        long at = Within(Math.Min(column.DataPageOffset, column.DictionaryPageOffset is > 0 and { } first ? first : long.MaxValue));
        _end = stream.Length;
        long end = at + Math.Min(column.TotalCompressedSize, _end - at);
        while (at < end)
        {
            stream.Position = at;
            int size = SkipStruct(depth: 0) ?? throw Impossible("a page does not say how long it is");
            at = size >= 0 ? stream.Position + size : throw Impossible("a page is shorter than nothing");
        }
    }

    /// <summary>Passes a struct by.</summary>
    /// <returns>The number in its field of a page's size; null if it has none.</returns>
    private int? SkipStruct(int depth)
    {
        if (depth > MostDepth)
        {
            throw Impossible($"a header is more than {MostDepth} deep");
        }

        int? size = null;
        int field = 0;
        for (int header = Next(); header != 0; header = Next())
        {
            field = header >> 4 is > 0 and int step ? field + step : (int)Zigzag();
            if (field == PageSize && (header & 15) == 5)
            {
                size = (int)Zigzag();
            }
            else
            {
                SkipValue(header & 15, depth);
            }
        }

        return size;
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
            case 12:
                SkipStruct(depth + 1);
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
