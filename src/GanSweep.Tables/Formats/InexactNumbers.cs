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

    private readonly SortedDictionary<int, (long Count, string Where, string Written, double Held)> _columns = [];

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

        Add(column, $"line {reader.LineNumber}", written.ToString(), value);
    }

    /// <summary>Counts a number that is not held as it is written.</summary>
    /// <param name="column">Its column, from 0.</param>
    /// <param name="where">Where it stands, as messages say it.</param>
    /// <param name="written">How it is written.</param>
    /// <param name="held">How it is held.</param>
    public void Add(int column, string where, string written, double held)
    {
        _columns[column] = _columns.TryGetValue(column, out var seen) ? seen with { Count = seen.Count + 1 } : (1, where, written, held);
    }

    /// <summary>A sentence for each column that has such numbers.</summary>
    /// <param name="names">The columns' names.</param>
    /// <param name="counts">Whether a column's numbers are used.</param>
    public ImmutableArray<string> Notes(IReadOnlyList<string> names, Func<int, bool> counts)
    {
        return
        [
            .. _columns.Where(column => counts(column.Key)).Select(column =>
                $"Column \"{names[column.Key]}\" has {Amount.Of(column.Value.Count, "whole number")} beyond 2^53 that cannot be held exactly: on "
                + $"{column.Value.Where}, {column.Value.Written} becomes {new BigInteger(column.Value.Held)}. If they tell rows apart, remove the column: "
                + "identifiers are not to be learnt."),
        ];
    }
}
