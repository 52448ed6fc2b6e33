using System.Collections.Immutable;
using System.Globalization;
using GanSweep.Tables.Dialects;
using GanSweep.Tables.Schema;
using GanSweep.Tables.Text;

namespace GanSweep.Tables.Filters;

/// <summary>The columns that a condition may speak of, and what its values mean in them.</summary>
/// <param name="schema">The columns.</param>
/// <param name="form">How their file is spelled.</param>
internal sealed class FilterColumns(ImmutableArray<ColumnSchema> schema, TableForm form)
{
    private const int MostNamed = 20;
    private const double SecondsOfADay = 86_400;

    /// <summary>The number of a column.</summary>
    /// <exception cref="RowFilterException">There is none of that name.</exception>
    public int Find(string name)
    {
        int found = schema.IndexOf(schema.FirstOrDefault(column => column.Name == name) ?? Alone(name)!);
        return found >= 0 ? found : throw new RowFilterException(
            $"There is no column {Nearest.Quoted(name)}{Nearest.Hint(name, schema.Select(column => column.Name))}. "
            + $"Columns: {Listing.Of([.. schema.Select(column => Nearest.Quoted(column.Name))], MostNamed)}.");
    }

    /// <summary>Demands that a comparison has a meaning in a column.</summary>
    /// <exception cref="RowFilterException">It is one of order, and the column's words have none.</exception>
    public void DemandOrder(int column, string sign)
    {
        if (schema[column].HasLevels && sign is not ("=" or "==" or "!=" or "<>"))
        {
            throw new RowFilterException($"Column {Nearest.Quoted(schema[column].Name)} has words, which have no order: {sign} says nothing of them. Use =, != or in.");
        }
    }

    /// <summary>The number that stands for a value in a column.</summary>
    /// <exception cref="RowFilterException">It is none that the column can have.</exception>
    public double Value(int column, string text)
    {
        ColumnSchema read = schema[column];
        return read.HasLevels ? Level(read, text) : read.Kind == ColumnKind.Date ? Moment(read, text) : Number(read, text);
    }

    // Letters of another size mean the same, where they leave no doubt.
    private ColumnSchema? Alone(string name)
    {
        ColumnSchema[] alike = [.. schema.Where(column => string.Equals(column.Name, name, StringComparison.OrdinalIgnoreCase))];
        return alike.Length == 1 ? alike[0] : null;
    }

    private static double Level(ColumnSchema column, string text)
    {
        int exact = column.Levels.IndexOf(text);
        int[] alike = [.. Enumerable.Range(0, column.Levels.Length).Where(level => string.Equals(column.Levels[level], text, StringComparison.OrdinalIgnoreCase))];
        return exact >= 0 ? exact : alike.Length == 1 ? alike[0] : throw new RowFilterException(
            $"Column {Nearest.Quoted(column.Name)} has no {Nearest.Quoted(text)}{Nearest.Hint(text, column.Levels)}. It has {Listing.Of([.. column.Levels.Select(Nearest.Quoted)], MostNamed)}.");
    }

    private double Moment(ColumnSchema column, string text)
    {
        string? letters = form.Columns.FirstOrDefault(each => each.Name == column.Name)?.DateFormat;
        DateFormat[] formats = [.. letters is null ? [] : new[] { new DateFormat(letters) }, DateFormat.Of(column.Unit)];
        foreach (DateFormat format in formats)
        {
            if (format.Unit == column.Unit && format.TryRead(text, out double value))
            {
                return value;
            }
        }

        // A day alone is where it begins.
        if (column.Unit == DateUnit.Seconds && DateFormat.Of(DateUnit.Days).TryRead(text, out double day))
        {
            return day * SecondsOfADay;
        }

        throw new RowFilterException($"{Nearest.Quoted(text)} is not a date of column {Nearest.Quoted(column.Name)}; write it as {string.Join(" or ", formats.Select(format => format.Letters).Distinct())}.");
    }

    private double Number(ColumnSchema column, string text)
    {
        bool isNumber = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            || (form.DecimalMark == ',' && double.TryParse(text.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out value));
        return isNumber && double.IsFinite(value)
            ? value
            : throw new RowFilterException($"{Nearest.Quoted(text)} is not a {(isNumber ? "finite number" : "number")}, and column {Nearest.Quoted(column.Name)} has numbers alone; write one like -1.5.");
    }
}
