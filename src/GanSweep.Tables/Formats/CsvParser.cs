using System.Collections.Immutable;
using GanSweep.Tables.Dialects;
using GanSweep.Tables.Inference;
using GanSweep.Tables.Options;
using GanSweep.Tables.Schema;
using GanSweep.Tables.Text;

namespace GanSweep.Tables.Formats;

/// <summary>
/// Reads a CSV file in two passes: the first finds out what it is, the second makes the columns. Columns of plain numbers are made in the first, and where all
/// are, there is no second.
/// </summary>
/// <param name="content">Its bytes.</param>
/// <param name="source">What messages call it.</param>
/// <param name="shown">What messages show.</param>
/// <param name="options">What its user says.</param>
internal sealed class CsvParser(CsvContent content, string source, Shown shown, ReadOptions options)
{
    private const int SampleLength = 1 << 18;

    private readonly MissingTexts _missing = new(options.Csv.Missing);
    private readonly List<string> _notes = [];
    private bool _isBelowSeparatorLine;

    /// <summary>Reads it.</summary>
    /// <exception cref="TableException">It is not a table.</exception>
    public ReadTable Parse()
    {
        DemandOptions();
        FileEncoding encoding = Encoding();
        try
        {
            return Parse(encoding);
        }
        catch (NotUtf8Exception fault)
        {
            if (options.Csv.Encoding is not null)
            {
                throw new TableException($"{source}, line {fault.Line}: {fault.Message} is not UTF-8, which the file is said to be. Name its encoding, or leave it out: then it is found out.", source, fault.Line);
            }

            FileEncoding guess = content.Raw(FileEncoding.Guess);
            _notes.Add(
                $"{source} is not UTF-8 ({fault.Message}, line {fault.Line}); it was read as {guess.Name}. If letters are wrong, name the encoding in sweep.json: \"csv\": {{ \"encoding\": \"iso-8859-2\" }}.");
            return Parse(guess);
        }
    }

    private void DemandOptions()
    {
        if (options.Csv.Delimiter is { } delimiter && !TableForm.IsDelimiter(delimiter))
        {
            throw new TableException(
                $"{source}: {Unprintable.Escaped($"\"{delimiter}\"")} cannot stand between cells. Say what does in sweep.json: \"csv\": {{ \"delimiter\": \";\" }}, or \",\", \"\\t\", \"|\" or another ASCII sign.", source);
        }

        if (options.Csv.DecimalMark is { } mark && !TableForm.IsDecimalMark(mark))
        {
            throw new TableException($"{source}: a decimal mark is a point or a comma. Say so in sweep.json: \"csv\": {{ \"decimal\": \",\" }}.", source);
        }
    }

    private FileEncoding Encoding()
    {
        byte[] head = content.Head(4);
        return options.Csv.Encoding is not { } name ? FileEncoding.Of(head)
            : FileEncoding.Named(name, head) ?? throw new TableException(
                $"{source}: there is no encoding \"{Unprintable.Escaped(name)}\". Name one as IANA does, such as \"utf-8\", \"utf-16\", \"windows-1252\" or \"iso-8859-2\".", source);
    }

    private ReadTable Parse(FileEncoding encoding)
    {
        byte[] sample = content.Read(encoding, Sample);
        char? said = SeparatorLine.Of(sample);
        _isBelowSeparatorLine = said is not null;
        char delimiter = options.Csv.Delimiter ?? said ?? DelimiterGuess.Of(sample, sample.Length < SampleLength);
        CsvObservation seen = Observe(encoding, delimiter, wanted: null);
        TableRules rules = Rules(seen, delimiter);
        if (rules.Wanting() is var wanted && wanted.Contains(true))
        {
            seen = Observe(encoding, delimiter, wanted);
            rules = Rules(seen, delimiter);
        }

        ColumnPlan[] plans = rules.Decide();
        (double[]?[] values, ColumnForm?[] forms) = Build(encoding, delimiter, seen, plans);
        TableForm form = new()
        {
            Delimiter = delimiter,
            DecimalMark = rules.DecimalMark,
            Encoding = encoding.Name,
            HasByteOrderMark = encoding.MarkLength > 0,
            HasCarriageReturns = sample.AsSpan().IndexOf((byte)'\n') is > 0 and var end && sample[end - 1] == '\r',
            HasHeader = options.Csv.HasHeader != false,
            HasSeparatorLine = _isBelowSeparatorLine,
            Columns = ColumnPlan.FormsOf(plans, forms),
        };
        Table table = new([.. plans.Select(plan => plan.Schema).OfType<ColumnSchema>()], [.. values.OfType<double[]>()], form);
        return new ReadTable(table, Notes(seen, plans, rules)) { Profiles = new ColumnProfiler(shown).Profiles(table, plans), Dialect = Words(table.Form), IsOfCsv = true };
    }

    private static byte[] Sample(Stream stream)
    {
        byte[] sample = new byte[SampleLength];
        return sample[..stream.ReadAtLeast(sample, sample.Length, throwOnEndOfStream: false)];
    }

    private TableRules Rules(CsvObservation seen, char delimiter)
    {
        return new TableRules(seen.Header!.Names, seen.Columns, [], options, delimiter, source, shown);
    }

    private CsvObservation Observe(FileEncoding encoding, char delimiter, bool[]? wanted)
    {
        return content.Read(encoding, stream =>
        {
            using CsvRows rows = new CsvRows(stream, source, delimiter, shown).Past(_isBelowSeparatorLine);
            CsvObservation seen = new(source, options with { Csv = options.Csv with { Delimiter = delimiter } }, _missing, shown);
            seen.Read(rows, wanted);
            return seen;
        });
    }

    private (double[]?[] Values, ColumnForm?[] Forms) Build(FileEncoding encoding, char delimiter, CsvObservation seen, ColumnPlan[] plans)
    {
        double[]?[] values = new double[]?[plans.Length];
        ColumnForm?[] forms = [.. plans.Select(plan => plan.Form)];
        for (int column = 0; column < plans.Length; column++)
        {
            values[column] = plans[column].IsRead ? plans[column].Observer!.Values!.ToArray() : null;
            plans[column].Observer?.Forget();
        }

        ColumnBuilder?[] builders = [.. plans.Select((plan, column) => plan.Schema is null || values[column] is not null ? null : new ColumnBuilder(plan, seen.Rows, source, shown))];
        if (builders.All(builder => builder is null))
        {
            return (values, forms);
        }

        content.Read(encoding, stream =>
        {
            using CsvRows rows = new CsvRows(stream, source, delimiter, shown).Past(_isBelowSeparatorLine);
            Build(rows, builders);
            return true;
        });
        for (int column = 0; column < plans.Length; column++)
        {
            if (builders[column] is { } builder)
            {
                values[column] = builder.Values();
                forms[column] = builder.Form();
            }
        }

        return (values, forms);
    }

    private void Build(CsvRows rows, ColumnBuilder?[] builders)
    {
        if (options.Csv.HasHeader != false)
        {
            rows.Read();
        }

        while (rows.Read())
        {
            if (rows.IsEmptyLine || !CsvObservation.HasValue(rows, _missing))
            {
                continue;
            }

            long line = rows.Reader.LineNumber;
            for (int column = 0; column < builders.Length; column++)
            {
                if (builders[column] is not { } builder)
                {
                    continue;
                }

                ReadOnlySpan<byte> cell = rows.Reader.GetSpan(column);
                if (_missing.Has(cell))
                {
                    builder.AddMissing();
                }
                else
                {
                    builder.Add(cell, line);
                }
            }
        }
    }

    private ImmutableArray<string> Notes(CsvObservation seen, ColumnPlan[] plans, TableRules rules)
    {
        if (seen.LeftOut is { } leftOut)
        {
            _notes.Add(leftOut);
        }

        for (int column = 0; column < plans.Length; column++)
        {
            if (plans[column].Observer is { Present: 0 })
            {
                _notes.Add($"Column {(seen.Header!.IsNamed[column] ? shown.Quoted(plans[column].Name) : $"{column + 1}, which has no name,")} has no value in any row and was left out.");
            }
        }

        return [.. _notes, .. rules.Notes, .. seen.Inexact.Notes(seen.Header!.Names, column => plans[column].Schema is { Kind: ColumnKind.Number })];
    }

    private static string Words(TableForm form)
    {
        string delimiter = form.Delimiter switch
        {
            ',' => "commas",
            ';' => "semicolons",
            '\t' => "tabs",
            '|' => "bars",
            var other => $"\"{other}\"",
        };
        return $"{delimiter} between cells{(form.HasSeparatorLine ? ", which the first line says" : "")}, decimal {(form.DecimalMark == ',' ? "commas" : "points")}, {form.Encoding}{(form.HasByteOrderMark ? " with a byte order mark" : "")}, "
            + $"lines end with {(form.HasCarriageReturns ? "CR LF" : "LF")}, {(form.HasHeader ? $"the {(form.HasSeparatorLine ? "second" : "first")} line names the columns" : "no line names the columns")}";
    }
}
