using System.Numerics;
using Parquet;
using Parquet.Schema;

namespace GanSweep.Tables.Formats;

/// <summary>A column of a row group as doubles, whatever kind of number it holds.</summary>
internal static class ParquetColumn
{
    private static readonly Dictionary<Type, Func<ParquetRowGroupReader, DataField, Memory<double>, Action<int, string>, CancellationToken, Task<int?>>> Readers = new()
    {
        [typeof(double)] = ReadAsync<double>,
        [typeof(float)] = ReadAsync<float>,
        [typeof(decimal)] = ReadAsync<decimal>,
        [typeof(sbyte)] = ReadAsync<sbyte>,
        [typeof(byte)] = ReadAsync<byte>,
        [typeof(short)] = ReadAsync<short>,
        [typeof(ushort)] = ReadAsync<ushort>,
        [typeof(int)] = ReadAsync<int>,
        [typeof(uint)] = ReadAsync<uint>,
        [typeof(long)] = ReadAsync<long>,
        [typeof(ulong)] = ReadAsync<ulong>,
    };

    /// <summary>Whether columns of a type are numbers.</summary>
    public static bool CanRead(Type type)
    {
        return Readers.ContainsKey(type);
    }

    /// <summary>Reads a column.</summary>
    /// <param name="rowGroup">The rows.</param>
    /// <param name="field">The column.</param>
    /// <param name="values">Takes its values.</param>
    /// <param name="inexact">Is told of each whole number that a double does not hold: its row, from 0, and how it is written.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The first row, from 0, that has no finite number; null if all have.</returns>
    public static Task<int?> ReadAsync(
        ParquetRowGroupReader rowGroup, DataField field, Memory<double> values, Action<int, string> inexact, CancellationToken cancellationToken)
    {
        return Readers[field.ClrType](rowGroup, field, values, inexact, cancellationToken);
    }

    private static async Task<int?> ReadAsync<T>(
        ParquetRowGroupReader rowGroup, DataField field, Memory<double> values, Action<int, string> inexact, CancellationToken cancellationToken)
        where T : struct, INumber<T>
    {
        T?[] read = new T?[values.Length];
        if (field.IsNullable)
        {
            await rowGroup.ReadAsync<T>(field, read.AsMemory(), cancellationToken: cancellationToken);
        }
        else
        {
            T[] present = new T[values.Length];
            await rowGroup.ReadAsync<T>(field, present.AsMemory(), cancellationToken: cancellationToken);
            for (int row = 0; row < present.Length; row++)
            {
                read[row] = present[row];
            }
        }

        return Convert(read, values.Span, inexact);
    }

    private static int? Convert<T>(ReadOnlySpan<T?> read, Span<double> values, Action<int, string> inexact)
        where T : struct, INumber<T>
    {
        for (int row = 0; row < values.Length; row++)
        {
            // The negative zero says nothing that zero does not.
            double value = read[row] is { } present ? double.CreateChecked(present) + 0.0 : double.NaN;
            if (!double.IsFinite(value))
            {
                return row;
            }

            values[row] = value;
            if (Math.Abs(value) >= InexactNumbers.LastExact && read[row] is { } written && T.IsInteger(written) && BigInteger.CreateChecked(written) != new BigInteger(value))
            {
                inexact(row, $"{written}");
            }
        }

        return null;
    }
}
