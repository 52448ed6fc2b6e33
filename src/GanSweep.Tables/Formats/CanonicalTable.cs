using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using GanSweep.Tables.Schema;
using GanSweep.Tables.Writing;

namespace GanSweep.Tables.Formats;

/// <summary>
/// A table as bytes: the one form in which it is hashed, sent and stored, whatever file it came from.
/// <para>
/// A table of numbers that is spelled plainly is <c>gansweep-table-1</c> and a line feed, the numbers of columns and rows, and for each column its name and its
/// values. Any other is <c>gansweep-table-2</c> and a line feed, the numbers of columns and rows, and for each column its name, the numbers of its kind, its
/// unit and its levels, the levels, and its values, a missing one being NaN; and then how its file is spelled, as JSON, which is not hashed.
/// </para>
/// <para>Texts are their length and their UTF-8. Numbers have 64 bits, values are doubles, and all are little-endian.</para>
/// </summary>
public static class CanonicalTable
{
    private const int NumberLength = sizeof(long);

    // Another way to write tables down has another number.
    private static ReadOnlySpan<byte> OfNumbers => "gansweep-table-1\n"u8;

    private static ReadOnlySpan<byte> OfAnything => "gansweep-table-2\n"u8;

    /// <summary>The bytes of a table.</summary>
    public static byte[] Write(Table table)
    {
        ArgumentNullException.ThrowIfNull(table);
        ByteCount count = new();
        Write(table, static (bytes, to) => to.Add(bytes), count);
        byte[] written = new byte[count.Value];
        using MemoryStream stream = new(written);
        Write(table, static (bytes, to) => to.Write(bytes), stream);
        return written;
    }

    /// <summary>A part of what <see cref="Write(Table)"/> gives, made when it is asked for: so a table is sent without its bytes beside it.</summary>
    /// <param name="table">The table.</param>
    /// <param name="offset">Where it begins, 0 or more; beyond the end it is empty.</param>
    /// <param name="length">How many bytes at most.</param>
    public static byte[] Part(Table table, long offset, int length)
    {
        ArgumentNullException.ThrowIfNull(table);
        PartOfBytes part = new(offset, length);
        Write(table, static (bytes, to) => to.Take(bytes), part);
        return part.ToArray();
    }

    /// <summary>Whether bytes claim to be a table's.</summary>
    public static bool Begins(ReadOnlySpan<byte> content)
    {
        return content.StartsWith(OfNumbers) || content.StartsWith(OfAnything);
    }

    /// <summary>Reads a table back.</summary>
    /// <param name="content">Its bytes, which begin as such do.</param>
    /// <param name="source">What the messages call them.</param>
    /// <exception cref="TableException">They are not a table's.</exception>
    public static Table Read(ReadOnlySpan<byte> content, string source)
    {
        bool ofNumbers = content.StartsWith(OfNumbers);
        ReadOnlySpan<byte> rest = content[OfNumbers.Length..];
        long columnCount = TakeNumber(ref rest, source);
        long rowCount = TakeNumber(ref rest, source);
        if (columnCount < 1 || rowCount < 2 || columnCount > rest.Length / NumberLength || rowCount > rest.Length / sizeof(double) / columnCount)
        {
            throw Damaged(source);
        }

        ColumnSchema[] schema = new ColumnSchema[columnCount];
        double[][] columns = new double[columnCount][];
        for (int column = 0; column < columns.Length; column++)
        {
            ColumnSchema named = new(TakeText(ref rest, source));
            schema[column] = ofNumbers ? named : TakeSchema(ref rest, named, source);
            columns[column] = MemoryMarshal.Cast<byte, double>(Take(ref rest, rowCount * sizeof(double), source)).ToArray();
            if (!IsColumn(schema[column], columns[column], mayMiss: !ofNumbers))
            {
                throw Damaged(source);
            }
        }

        TableForm form = ofNumbers ? TableForm.Plain : TakeForm(ref rest, source);
        return rest.IsEmpty ? Checked(new Table([.. schema], columns, form), source) : throw Damaged(source);
    }

    /// <summary>Writes the bytes of a table, part by part.</summary>
    internal static void Write<T>(Table table, ReadOnlySpanAction<byte, T> write, T to)
    {
        bool isPlain = table.IsOfNumbers && table.Form == TableForm.Plain;
        WriteHashed(table, isPlain, write, to);
        if (!isPlain)
        {
            WriteBytes(JsonSerializer.SerializeToUtf8Bytes(table.Form), write, to);
        }
    }

    /// <summary>Writes those of the bytes that the table's hash is made of: a table of numbers is one and the same, however it is spelled.</summary>
    internal static void WriteHashed<T>(Table table, ReadOnlySpanAction<byte, T> write, T to)
    {
        WriteHashed(table, table.IsOfNumbers, write, to);
    }

    private static void WriteHashed<T>(Table table, bool ofNumbers, ReadOnlySpanAction<byte, T> write, T to)
    {
        write(ofNumbers ? OfNumbers : OfAnything, to);
        WriteNumber(table.ColumnCount, write, to);
        WriteNumber(table.RowCount, write, to);
        for (int column = 0; column < table.ColumnCount; column++)
        {
            ColumnSchema schema = table.Schema[column];
            WriteBytes(Encoding.UTF8.GetBytes(schema.Name), write, to);
            if (!ofNumbers)
            {
                WriteNumber((long)schema.Kind, write, to);
                WriteNumber((long)schema.Unit, write, to);
                WriteNumber(schema.Levels.Length, write, to);
                foreach (string level in schema.Levels)
                {
                    WriteBytes(Encoding.UTF8.GetBytes(level), write, to);
                }
            }

            write(MemoryMarshal.AsBytes(table.Column(column)), to);
        }
    }

    private static void WriteNumber<T>(long number, ReadOnlySpanAction<byte, T> write, T to)
    {
        Span<byte> bytes = stackalloc byte[NumberLength];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, number);
        write(bytes, to);
    }

    private static void WriteBytes<T>(byte[] bytes, ReadOnlySpanAction<byte, T> write, T to)
    {
        WriteNumber(bytes.Length, write, to);
        write(bytes, to);
    }

    private static ColumnSchema TakeSchema(ref ReadOnlySpan<byte> rest, ColumnSchema named, string source)
    {
        long kind = TakeNumber(ref rest, source);
        long unit = TakeNumber(ref rest, source);
        long levelCount = TakeNumber(ref rest, source);
        if (!Enum.IsDefined((ColumnKind)kind) || !Enum.IsDefined((DateUnit)unit) || levelCount < 0 || levelCount > rest.Length / NumberLength)
        {
            throw Damaged(source);
        }

        string[] levels = new string[levelCount];
        for (int level = 0; level < levels.Length; level++)
        {
            levels[level] = TakeText(ref rest, source);
        }

        return named with { Kind = (ColumnKind)kind, Unit = (DateUnit)unit, Levels = ImmutableCollectionsMarshal.AsImmutableArray(levels) };
    }

    private static TableForm TakeForm(ref ReadOnlySpan<byte> rest, string source)
    {
        try
        {
            return JsonSerializer.Deserialize<TableForm>(Take(ref rest, TakeNumber(ref rest, source), source)) ?? throw Damaged(source);
        }
        catch (JsonException)
        {
            throw Damaged(source);
        }
    }

    // How a file is spelled is not hashed, and need not be what any file is: it may come from another's client.
    private static Table Checked(Table table, string source)
    {
        try
        {
            FormCheck.Demand(table.Schema, table.Form);
            return table;
        }
        catch (FormException fault)
        {
            throw new TableException(
                $"{source} begins as a table that GanSweep wrote and is none. {fault.Message} Use the file that it was made from.", source, innerException: fault);
        }
    }

    private static bool IsColumn(ColumnSchema schema, double[] values, bool mayMiss)
    {
        (double lowest, double highest) = schema.HasLevels ? (0, schema.Levels.Length - 1) : (double.MinValue, double.MaxValue);
        return mayMiss
            ? values.All(value => double.IsNaN(value) || (value >= lowest && value <= highest && (!schema.HasLevels || Math.Floor(value) == value)))
            : !values.AsSpan().ContainsAnyExceptInRange(lowest, highest);
    }

    private static long TakeNumber(ref ReadOnlySpan<byte> rest, string source)
    {
        return BinaryPrimitives.ReadInt64LittleEndian(Take(ref rest, NumberLength, source));
    }

    private static string TakeText(ref ReadOnlySpan<byte> rest, string source)
    {
        return Encoding.UTF8.GetString(Take(ref rest, TakeNumber(ref rest, source), source));
    }

    private static ReadOnlySpan<byte> Take(ref ReadOnlySpan<byte> rest, long length, string source)
    {
        if (length < 0 || length > rest.Length)
        {
            throw Damaged(source);
        }

        ReadOnlySpan<byte> taken = rest[..(int)length];
        rest = rest[(int)length..];
        return taken;
    }

    private static TableException Damaged(string source)
    {
        return new TableException($"{source} begins as a table that GanSweep wrote and is not whole. Use the file that it was made from.", source);
    }

    private sealed class ByteCount
    {
        public long Value { get; private set; }

        public void Add(ReadOnlySpan<byte> bytes)
        {
            Value += bytes.Length;
        }
    }
}
