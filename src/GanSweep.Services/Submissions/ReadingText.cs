using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using GanSweep.Tables.Formats;
using GanSweep.Tables.Inference;
using GanSweep.Tables.Options;
using GanSweep.Tables.Schema;

namespace GanSweep.Services.Submissions;

/// <summary>How a table is read, as the lines of a sweep.json.</summary>
public static class ReadingText
{
    /// <summary>What is said of a table's file; empty if nothing is.</summary>
    public static string Of(ReadOptions options)
    {
        return Csv(options.Csv) + Columns(options.Columns.Select(column => (column.Key, column.Value.Kind, column.Value.Format, (string?)null)));
    }

    /// <summary>All that was understood of a table's file, spelled out.</summary>
    /// <param name="table">The table as it was read.</param>
    /// <param name="options">What was said of it.</param>
    public static string Of(ReadTable table, ReadOptions options)
    {
        TableForm form = table.Table.Form;
        CsvOptions csv = !table.IsOfCsv ? options.Csv : options.Csv with
        {
            Delimiter = form.Delimiter,
            DecimalMark = form.DecimalMark,
            Encoding = form.Encoding,
            HasHeader = form.HasHeader,
        };
        return Csv(csv) + Columns(table.Profiles.Select(column => (column.Name, column.Role, FormatOf(form, column), (string?)column.Why)));
    }

    private static string? FormatOf(TableForm form, ColumnProfile column)
    {
        return column.Role == ColumnRole.Date ? form.Columns.FirstOrDefault(each => each.Name == column.Name)?.DateFormat : null;
    }

    private static string Csv(CsvOptions csv)
    {
        List<string> members = [];
        void Add(string name, string? value)
        {
            if (value is not null)
            {
                members.Add($"{Quoted(name)}: {value}");
            }
        }

        Add("delimiter", csv.Delimiter is { } delimiter ? Quoted(delimiter.ToString()) : null);
        Add("decimal", csv.DecimalMark is { } mark ? Quoted(mark.ToString()) : null);
        Add("missing", csv.Missing.IsEmpty ? null : $"[{string.Join(", ", csv.Missing.Select(Quoted))}]");
        Add("encoding", csv.Encoding is { } encoding ? Quoted(encoding) : null);
        Add("header", csv.HasHeader is { } header ? header ? "true" : "false" : null);
        return members.Count == 0 ? "" : $"\n  \"csv\": {{ {string.Join(", ", members)} }},";
    }

    private static string Columns(IEnumerable<(string Name, ColumnRole Role, string? Format, string? Why)> columns)
    {
        StringBuilder lines = new();
        foreach ((string name, ColumnRole role, string? format, string? why) in columns)
        {
            string kind = Quoted(JsonNamingPolicy.CamelCase.ConvertName(role.ToString()));
            string value = format is null ? kind : $"{{ \"kind\": {kind}, \"format\": {Quoted(format)} }}";
            string comment = why is null ? "" : $" // {why.ReplaceLineEndings(" ")}";
            lines.Append(CultureInfo.InvariantCulture, $"{(lines.Length > 0 ? "\n" : "")}    {Quoted(name)}: {value},{comment}");
        }

        return lines.Length == 0 ? "" : $"\n  \"columns\": {{\n{lines}\n  }},";
    }

    private static string Quoted(string text)
    {
        return $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
    }
}
