using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using GanSweep.Tables.Text;

namespace GanSweep.Tables.Formats;

/// <summary>
/// A table as bytes: the one form in which it is hashed, sent and stored, whatever file it came from. <c>gansweep-table-1</c> and a line feed, the
/// numbers of columns and rows, and for each column the length of its name, the name in UTF-8, and its values. Numbers have 64 bits, values are
/// doubles, and all are little-endian.
/// </summary>
public static class CanonicalTable
{
    private const int NumberLength = sizeof(long);

    // Another way to write tables down has another number.
    private static ReadOnlySpan<byte> Version => "gansweep-table-1\n"u8;

    /// <summary>The bytes of a table.</summary>
    public static byte[] Write(Table table)
    {
        ArgumentNullException.ThrowIfNull(table);
        long length = Version.Length + (2 * NumberLength);
        for (int column = 0; column < table.ColumnCount; column++)
        {
            length += NumberLength + Encoding.UTF8.GetByteCount(table.ColumnNames[column]) + ((long)table.RowCount * sizeof(double));
        }

        byte[] written = new byte[length];
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
        return content.StartsWith(Version);
    }

    /// <summary>Reads a table back.</summary>
    /// <param name="content">Its bytes, which begin as such do.</param>
    /// <param name="source">What the messages call them.</param>
    /// <exception cref="TableException">They are not a table's.</exception>
    public static Table Read(ReadOnlySpan<byte> content, string source)
    {
        ReadOnlySpan<byte> rest = content[Version.Length..];
        long columnCount = TakeNumber(ref rest, source);
        long rowCount = TakeNumber(ref rest, source);
        if (columnCount < 1 || rowCount < 2 || columnCount > rest.Length / NumberLength || rowCount > rest.Length / sizeof(double) / columnCount)
        {
            throw Damaged(source);
        }

        string[] names = new string[columnCount];
        double[][] columns = new double[columnCount][];
        for (int column = 0; column < columns.Length; column++)
        {
            names[column] = Encoding.UTF8.GetString(Take(ref rest, TakeNumber(ref rest, source), source));
            columns[column] = MemoryMarshal.Cast<byte, double>(Take(ref rest, rowCount * sizeof(double), source)).ToArray();
            if (columns[column].AsSpan().ContainsAnyExceptInRange(double.MinValue, double.MaxValue)
                || string.IsNullOrWhiteSpace(names[column]) || Unprintable.In(names[column]) is not null)
            {
                throw Damaged(source);
            }
        }

        return rest.IsEmpty && names.Distinct().Count() == names.Length ? new Table(names, columns) : throw Damaged(source);
    }

    /// <summary>Writes the bytes of a table, part by part.</summary>
    internal static void Write<T>(Table table, ReadOnlySpanAction<byte, T> write, T to)
    {
        write(Version, to);
        WriteNumber(table.ColumnCount, write, to);
        WriteNumber(table.RowCount, write, to);
        for (int column = 0; column < table.ColumnCount; column++)
        {
            byte[] name = Encoding.UTF8.GetBytes(table.ColumnNames[column]);
            WriteNumber(name.Length, write, to);
            write(name, to);
            write(MemoryMarshal.AsBytes(table.Column(column)), to);
        }
    }

    private static void WriteNumber<T>(long number, ReadOnlySpanAction<byte, T> write, T to)
    {
        Span<byte> bytes = stackalloc byte[NumberLength];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, number);
        write(bytes, to);
    }

    private static long TakeNumber(ref ReadOnlySpan<byte> rest, string source)
    {
        return BinaryPrimitives.ReadInt64LittleEndian(Take(ref rest, NumberLength, source));
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
}
