using System.Buffers.Binary;
using Parquet.Meta;

namespace GanSweep.Tables.Formats;

/// <summary>
/// Looks through the headers of a Parquet file before the library does. That believes any length that they say, and counts to it: three kilobytes keep it
/// busy for an hour. (Thrift's compact protocol; Parquet's headers have no lists of booleans and no maps.) It also takes known fields for what they should be,
/// whatever type a header says, so a field of another type is refused: both read the same.
/// </summary>
/// <param name="stream">The file.</param>
internal sealed class ParquetHeaders(Stream stream)
{
    private const int FooterEndLength = 8;
    private const int MostDepth = 32;

    // Fields of a page's header, and of what it says of its data in both versions.
    private const int PageKind = 1;
    private const int UnpackedSize = 2;
    private const int PageSize = 3;
    private const int DataPage = 5;
    private const int DictionaryPage = 7;
    private const int DataPageV2 = 8;
    private const int ValueCount = 1;
    private const int DefinitionsSize = 5;
    private const int RepetitionsSize = 6;
    private const int IsPacked = 7;

    // Kinds of pages that are read.
    private const int KindOfData = 0;
    private const int KindOfDictionary = 2;
    private const int KindOfDataV2 = 3;

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
        SkipStruct(ParquetField.FileMetaData, depth: 0, wanted: null);
        stream.Position = 0;
    }

    /// <summary>Checks what is said of every page of a column, before each, until they have all its values: so far they are read.</summary>
    /// <param name="column">Where the column is.</param>
    /// <param name="isNullable">Whether values may be missing: which are, pages say first.</param>
    /// <returns>How many bytes they say they have, unpacked.</returns>
    /// <exception cref="InvalidDataException">It cannot be so.</exception>
    public long CheckPages(ColumnMetaData column, bool isNullable)
    {
        // The library begins at the first of what is said.
        long at = Within(new[] { column.DataPageOffset, column.DictionaryPageOffset ?? 0, column.IndexPageOffset ?? 0 }.Where(offset => offset != 0).DefaultIfEmpty().Min());
        _end = stream.Length;
        long unpacked = 0;
        for (long values = 0; values < column.NumValues;)
        {
            stream.Position = at;
            ParquetPage page = PassPage();
            if (page.Size < 0 || page.Size > _end - stream.Position || page.Unpacked < 0 || page.Values < 0 || page.Words < 0 || page.Words > page.Unpacked)
            {
                throw Impossible($"a page has {Math.Max(page.Values, page.Words):N0} values in {page.Size:N0} bytes, {page.Unpacked:N0} unpacked");
            }

            at = stream.Position + page.Size;
            CheckContent(page, column.Codec, isNullable, at);
            values += page.Values;
            unpacked += page.Unpacked;
        }

        return unpacked;
    }

    private void CheckContent(ParquetPage page, CompressionCodec codec, bool isNullable, long end)
    {
        // Of flat columns; the library passes by what it expects, whatever a page says it has.
        int most = isNullable ? Math.Min(page.Size, page.Unpacked) : 0;
        if (page.Repetitions != 0 || page.Definitions < 0 || page.Definitions > most)
        {
            throw Impossible($"a page has {page.Repetitions:N0} and {page.Definitions:N0} bytes of levels in {page.Size:N0}");
        }

        stream.Position += page.Definitions;
        if (page.IsPacked || codec == CompressionCodec.UNCOMPRESSED)
        {
            new PackedPage(stream, end).Demand(codec, page.Unpacked - page.Definitions);
        }
    }

    private ParquetPage PassPage()
    {
        int? size = null;
        int unpacked = 0;
        int? kind = null;
        Dictionary<int, Dictionary<int, int>> parts = [];
        int field = 0;
        while (NextField(ParquetField.PageHeader, ref field) is var (type, known))
        {
            switch (field)
            {
                case PageKind:
                    kind = Int();
                    break;
                case UnpackedSize:
                    unpacked = Int();
                    break;
                case PageSize:
                    size = Int();
                    break;
                case DataPage or DictionaryPage or DataPageV2:
                    SkipStruct(known, depth: 1, parts[field] = []);
                    break;
                default:
                    SkipValue(type, known, depth: 0);
                    break;
            }
        }

        int its = kind switch { KindOfData => DataPage, KindOfDictionary => DictionaryPage, KindOfDataV2 => DataPageV2, _ => throw Impossible($"a page is of kind {kind}") };
        Dictionary<int, int> said = parts.GetValueOrDefault(its) ?? throw Impossible("a page does not say what it has");
        int count = said.GetValueOrDefault(ValueCount);
        return new ParquetPage(size ?? throw Impossible("a page does not say how long it is"), unpacked)
        {
            Values = its == DictionaryPage ? 0 : count,
            Words = its == DictionaryPage ? count : 0,
            Definitions = its == DataPageV2 ? said.GetValueOrDefault(DefinitionsSize) : 0,
            Repetitions = its == DataPageV2 ? said.GetValueOrDefault(RepetitionsSize) : 0,
            IsPacked = its != DataPageV2 || said.GetValueOrDefault(IsPacked, 1) == 1,
        };
    }

    // The type of the next field of a struct, and what is known of it; null at the end.
    private (int Type, ParquetField? Known)? NextField(ParquetField? owner, ref int field)
    {
        const int True = 1;
        const int False = 2;
        int header = Next();
        if (header == 0)
        {
            return null;
        }

        field = header >> 4 is > 0 and int step ? field + step : Int();
        if (field is < 1 or > short.MaxValue)
        {
            throw Impossible($"a header has a field {field:N0}");
        }

        int type = header & 15;
        ParquetField? known = owner?.Part(field);
        return known is null || known.Type == (type == False ? True : type)
            ? (type, known)
            : throw Impossible($"field {field} of a header has a value of type {type}, and not of {known.Type}");
    }

    // The numbers of its fields are noted where they are wanted, a boolean as 1 or 2.
    private void SkipStruct(ParquetField? known, int depth, Dictionary<int, int>? wanted)
    {
        if (depth > MostDepth)
        {
            throw Impossible($"a header is more than {MostDepth} deep");
        }

        int field = 0;
        while (NextField(known, ref field) is var (type, part))
        {
            if (wanted is null || type is not (1 or 2 or 5))
            {
                SkipValue(type, part, depth);
            }
            else
            {
                wanted[field] = type == 5 ? Int() : type;
            }
        }
    }

    private void SkipValue(int type, ParquetField? known, int depth)
    {
        switch (type)
        {
            case 1 or 2: // a boolean is in its type
                break;
            case 3: // a byte
                Skip(1);
                break;
            case 4 or 5: // whole numbers
                Int();
                break;
            case 6:
                Varint();
                break;
            case 7: // a double
                Skip(sizeof(double));
                break;
            case 8: // bytes, or a text
                Skip(Varint());
                break;
            case 9 or 10: // a list, or a set
                SkipList(known?.Part(1), depth);
                break;
            case ParquetField.Struct:
                SkipStruct(known, depth + 1, wanted: null);
                break;
            default:
                throw Impossible($"a header has a value of type {type}");
        }
    }

    private void SkipList(ParquetField? element, int depth)
    {
        int header = Next();
        ulong count = header >> 4 == 15 ? Varint() : (ulong)(header >> 4);
        int type = header & 15;
        if (type is 1 or 2 || count > (ulong)(_end - stream.Position))
        {
            throw Impossible($"a header has a list of {count:N0}");
        }

        if (count > 0 && element is not null && element.Type != type)
        {
            throw Impossible($"a header has a list of type {type}, and not of {element.Type}");
        }

        for (; count > 0; count--)
        {
            if (type is 9 or 10 && depth >= MostDepth)
            {
                throw Impossible($"a header is more than {MostDepth} deep");
            }

            SkipValue(type, element, depth + 1);
        }
    }

    private void Skip(ulong count)
    {
        stream.Position = count <= (ulong)(_end - stream.Position) ? stream.Position + (long)count : throw Impossible("a header ends too soon");
    }

    // The library takes no more than 32 bits of it, whatever there are.
    private int Int()
    {
        ulong value = Varint();
        return value <= uint.MaxValue ? (int)(value >> 1) ^ -(int)(value & 1) : throw Impossible("a header has a number that is too long");
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
