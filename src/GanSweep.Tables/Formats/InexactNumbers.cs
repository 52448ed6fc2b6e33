using System.Collections.Immutable;
using System.Numerics;
using System.Text;
using CsvHelper;
using GanSweep.Tables.Text;

namespace GanSweep.Tables.Formats;

/// <summary>Whole numbers that a double does not hold as they are written: beyond 2^53 it holds every second one, and fewer the larger they are.</summary>
internal sealed class InexactNumbers
{
    /// <summary>Whole numbers up to here are held exactly; the next one is held as this.</summary>
    public const double LastExact = 1L << 53;

    private readonly SortedDictionary<int, (long Count, long Line, string Written, double Held)> _columns = [];

    /// <summary>Looks at a cell from <see cref="LastExact"/> on.</summary>
    public void See(CsvReader reader, int column, double value)
    {
        // With an exponent or a point it is a measurement, which is rounded anyway.
        ReadOnlySpan<byte> cell = reader.GetSpan(column).Trim(" \t\""u8);
        if (cell.IsEmpty || cell[1..].ContainsAnyExceptInRange((byte)'0', (byte)'9')
            || !BigInteger.TryParse(Encoding.ASCII.GetString(cell), out BigInteger written) || written == new BigInteger(value))
        {
            return;
        }

        _columns[column] = _columns.TryGetValue(column, out var seen)
            ? seen with { Count = seen.Count + 1 }
            : (1, reader.LineNumber, written.ToString(), value);
    }

    /// <summary>A sentence for each column that has such numbers.</summary>
    public ImmutableArray<string> Notes(IReadOnlyList<string> names)
    {
        return
        [
            .. _columns.Select(column =>
                $"Column \"{names[column.Key]}\" has {Amount.Of(column.Value.Count, "whole number")} beyond 2^53 that cannot be held exactly: on line "
                + $"{column.Value.Line}, {column.Value.Written} becomes {new BigInteger(column.Value.Held)}. If they tell rows apart, remove the column: "
                + "identifiers are not to be learnt."),
        ];
    }
}
