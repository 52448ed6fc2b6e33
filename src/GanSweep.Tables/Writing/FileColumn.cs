using System.Collections.Immutable;
using GanSweep.Tables.Dialects;
using GanSweep.Tables.Schema;

namespace GanSweep.Tables.Writing;

/// <summary>A column of a file that is written: one of the table's, or keys made anew.</summary>
internal sealed class FileColumn
{
    private readonly ColumnForm _form;
    private readonly NumberWriter _numbers;
    private readonly DateFormat? _dates;
    private readonly KeyMaker? _keys;
    private readonly bool _isSafe;

    private FileColumn(ColumnForm form, ColumnSchema? schema, int number, TableForm table, long seed, bool isSafe)
    {
        _form = form;
        Schema = schema;
        Number = number;
        _isSafe = isSafe;
        _numbers = new NumberWriter(form, table.DecimalMark);
        _dates = schema is { Kind: ColumnKind.Date } ? form.DateFormat is { } letters ? new DateFormat(letters) : DateFormat.Of(schema.Unit) : null;
        _keys = form.Key is { } key ? new KeyMaker(key, seed) : null;
    }

    /// <summary>Its name, as it is written.</summary>
    public string Name => Safe(_form.Name);

    /// <summary>What it is in the table; null for keys.</summary>
    public ColumnSchema? Schema { get; }

    /// <summary>Its number in the table, from 0; -1 for keys.</summary>
    public int Number { get; }

    /// <summary>Whether its values are numbers as programs write them.</summary>
    public bool IsPlain => Schema is { Kind: ColumnKind.Number } && _numbers.IsPlain;

    /// <summary>Whether it is keys that are numbers.</summary>
    public bool IsOfNumbers => _form.Key is { Pattern: null };

    /// <summary>The columns of a file.</summary>
    /// <param name="schema">The table's.</param>
    /// <param name="form">How the file is spelled.</param>
    /// <param name="seed">The seed of keys.</param>
    /// <param name="isSafe">Whether no text may be taken for a formula.</param>
    /// <exception cref="ArgumentException">The form has other columns than the table.</exception>
    public static FileColumn[] Of(ImmutableArray<ColumnSchema> schema, TableForm form, long seed, bool isSafe)
    {
        ImmutableArray<ColumnForm> forms = form.Columns.IsEmpty ? [.. schema.Select(column => new ColumnForm(column.Name))] : form.Columns;
        Dictionary<string, int> numbers = schema.Index().ToDictionary(column => column.Item.Name, column => column.Index);
        FileColumn[] columns =
        [
            .. forms.Select((column, at) => column.Key is not null ? new FileColumn(column, null, -1, form, seed + at, isSafe)
                : numbers.TryGetValue(column.Name, out int number) ? new FileColumn(column, schema[number], number, form, seed, isSafe)
                : throw new ArgumentException($"The form has a column \"{column.Name}\" that the table has not.", nameof(form))),
        ];
        return columns.Count(column => column.Schema is not null) == schema.Length
            ? columns
            : throw new ArgumentException("The form has not every column of the table.", nameof(form));
    }

    /// <summary>A value as text.</summary>
    public string Write(double value)
    {
        return _keys is not null ? _keys.Next()
            : double.IsNaN(value) ? _form.Missing ?? string.Empty
            : Schema!.HasLevels ? Safe(Schema.Levels[(int)value])
            : _dates is not null ? _dates.Write(value)
            : _numbers.Write(value);
    }

    // What OWASP recommends against CSV injection.
    private string Safe(string text)
    {
        return _isSafe && text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? $"'{text}" : text;
    }
}
