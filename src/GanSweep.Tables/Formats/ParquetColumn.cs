using System.Globalization;
using System.Numerics;
using GanSweep.Tables.Dialects;
using GanSweep.Tables.Schema;
using Parquet;
using Parquet.Schema;

namespace GanSweep.Tables.Formats;

/// <summary>A column of a Parquet file, as it is read group by group: numbers, or texts.</summary>
/// <param name="data">The column.</param>
/// <param name="rows">How many rows it has.</param>
internal sealed class ParquetColumn(DataField data, int rows)
{
    private static readonly Dictionary<Type, Func<ParquetColumn, ParquetRowGroupReader, int, int, CancellationToken, Task>> Readers = new()
    {
        [typeof(double)] = NumbersAsync<double>,
        [typeof(float)] = (column, group, start, count, token) => column.ReadAsync<float>(group, start, count, Written, token),
        [typeof(decimal)] = NumbersAsync<decimal>,
        [typeof(sbyte)] = NumbersAsync<sbyte>,
        [typeof(byte)] = NumbersAsync<byte>,
        [typeof(short)] = NumbersAsync<short>,
        [typeof(ushort)] = NumbersAsync<ushort>,
        [typeof(int)] = NumbersAsync<int>,
        [typeof(uint)] = NumbersAsync<uint>,
        [typeof(long)] = NumbersAsync<long>,
        [typeof(ulong)] = NumbersAsync<ulong>,
        [typeof(bool)] = (column, group, start, count, token) => column.ReadAsync<bool>(group, start, count, yes => yes ? 1 : 0, token),
        [typeof(DateTime)] = (column, group, start, count, token) => column.ReadAsync<DateTime>(group, start, count, moment => DateFormat.ValueOf(moment, column.Unit!.Value), token),
        [typeof(DateOnly)] = (column, group, start, count, token) => column.ReadAsync<DateOnly>(group, start, count, day => DateFormat.ValueOf(day.ToDateTime(default), DateUnit.Days), token),
    };

    // Single precision holds whole numbers up to here exactly.
    private const float LastExactSingle = 1 << 24;

    private readonly List<(int Row, string Written, double Held)> _inexact = [];
    private readonly double _timesInASecond = data is TimeDataField time
        ? time.Precision switch { TimeUnitPrecision.Millis => 1e3, TimeUnitPrecision.Micros => 1e6, _ => 1e9 }
        : 1;

    private int _row;

    /// <summary>Its name.</summary>
    public string Name => data.Name;

    /// <summary>Its values, a missing one as NaN; null of texts.</summary>
    public double[]? Numbers { get; private set; } = IsOfTexts(data) ? null : new double[rows];

    /// <summary>Its texts, a missing one as null; null of numbers.</summary>
    public string?[]? Texts { get; private set; } = IsOfTexts(data) ? new string?[rows] : null;

    /// <summary>What its numbers count, if they are dates or times.</summary>
    public DateUnit? Unit { get; } = data is DateTimeDataField { DateTimeFormat: DateTimeFormat.Date } || data.ClrType == typeof(DateOnly) ? DateUnit.Days
        : data.ClrType == typeof(DateTime) ? DateUnit.Seconds
        : data is TimeDataField ? DateUnit.SecondsOfDay : null;

    /// <summary>Whether it is of booleans.</summary>
    public bool IsBoolean => data.ClrType == typeof(bool);

    /// <summary>The whole numbers that a double does not hold: their row in the file, from 0, how they are written and how they are held.</summary>
    public IReadOnlyList<(int Row, string Written, double Held)> Inexact => _inexact;

    /// <summary>Whether columns of a kind are read.</summary>
    public static bool CanRead(DataField field)
    {
        return IsOfTexts(field) || Readers.ContainsKey(field.ClrType);
    }

    /// <summary>A cell as text, as CSV would have it; null if it is missing.</summary>
    public string? Text(int row)
    {
        return Texts is not null ? Texts[row] : double.IsNaN(Numbers![row]) ? null : Numbers[row].ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Keeps some rows alone.</summary>
    /// <param name="kept">Their numbers, from 0.</param>
    public void Keep(int[] kept)
    {
        Numbers = Numbers is { } numbers ? [.. kept.Select(row => numbers[row])] : null;
        Texts = Texts is { } texts ? [.. kept.Select(row => texts[row])] : null;
    }

    /// <summary>Reads a group of its rows.</summary>
    /// <param name="group">The group.</param>
    /// <param name="start">Where it begins among all rows.</param>
    /// <param name="count">How many rows it has.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task ReadAsync(ParquetRowGroupReader group, int start, int count, CancellationToken cancellationToken)
    {
        if (Texts is null)
        {
            await Readers[data.ClrType](this, group, start, count, cancellationToken);
            return;
        }

        string?[] read = new string?[count];
        await group.ReadAsync(data, read.AsMemory(), cancellationToken: cancellationToken);
        read.CopyTo(Texts, start);
    }

    private static bool IsOfTexts(DataField field)
    {
        return field.ClrType == typeof(string) || field.ClrType == typeof(ReadOnlyMemory<char>);
    }

    private static async Task NumbersAsync<T>(ParquetColumn column, ParquetRowGroupReader group, int start, int count, CancellationToken cancellationToken)
        where T : struct, INumber<T>
    {
        await column.ReadAsync<T>(group, start, count, Convert, cancellationToken);

        double Convert(T written)
        {
            // The negative zero says nothing that zero does not.
            double value = double.CreateChecked(written) + 0.0;
            if (column.Unit == DateUnit.SecondsOfDay)
            {
                return value / column._timesInASecond;
            }

            if (Math.Abs(value) >= InexactNumbers.LastExact && T.IsInteger(written) && BigInteger.CreateChecked(written) != new BigInteger(value))
            {
                column._inexact.Add((column._row, $"{written}", value));
            }

            return value;
        }
    }

    // As CSV would have it: 0.1 in single precision is 0.1, and not the double that is nearest to it there, 0.10000000149011612.
    private static double Written(float value)
    {
        if (!float.IsFinite(value) || (Math.Abs(value) <= LastExactSingle && float.IsInteger(value)))
        {
            return value + 0.0;
        }

        Span<char> text = stackalloc char[32];
        return value.TryFormat(text, out int length, "R", CultureInfo.InvariantCulture)
            ? double.Parse(text[..length], NumberStyles.Float, CultureInfo.InvariantCulture)
            : value;
    }

    private async Task ReadAsync<T>(ParquetRowGroupReader group, int start, int count, Func<T, double> convert, CancellationToken cancellationToken)
        where T : struct
    {
        if (data.IsNullable)
        {
            T?[] read = new T?[count];
            await group.ReadAsync<T>(data, read.AsMemory(), cancellationToken: cancellationToken);
            for (int row = 0; row < count; row++)
            {
                _row = start + row;
                Numbers![_row] = read[row] is { } present ? convert(present) : double.NaN;
            }
        }
        else
        {
            T[] read = new T[count];
            await group.ReadAsync<T>(data, read.AsMemory(), cancellationToken: cancellationToken);
            for (int row = 0; row < count; row++)
            {
                _row = start + row;
                Numbers![_row] = convert(read[row]);
            }
        }
    }
}
