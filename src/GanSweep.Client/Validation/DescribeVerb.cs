using System.CommandLine;
using System.Text;
using GanSweep.Client.CommandLine;
using GanSweep.Client.Errors;
using GanSweep.Client.Output;
using GanSweep.Client.Sweeps;
using GanSweep.Documents;
using GanSweep.Services.Submissions;
using GanSweep.Sweeps.Definitions;
using GanSweep.Tables.Formats;
using GanSweep.Tables.Options;
using GanSweep.Tables.Text;
using Spectre.Console;

namespace GanSweep.Client.Validation;

/// <summary><c>describe</c>: what is understood of a table's file, column by column.</summary>
internal sealed class DescribeVerb : Verb
{
    private readonly Argument<string> _table = new("TABLE") { Description = "The table: CSV, also in a gzip or zip, or Parquet." };

    private readonly Option<bool> _sweep = new("--sweep")
    {
        Description = "Print a sweep.json for it instead, with all that is understood of it spelled out, to be changed where it is wrong.",
    };

    private readonly ReadingOptions _reading = new();
    private readonly JsonOption _json = new();

    public DescribeVerb(ClientEnvironment environment)
        : base(environment, "describe", "Say what is understood of a table's file: how it is spelled, what its columns are, and what to look at.")
    {
        _table.NotBlank();
        Arguments.Add(_table);
        Options.Add(_sweep);
        _reading.AddTo(this);
        Options.Add(_json);
        Validators.Add(result =>
        {
            if (result.GetValue(_sweep) && result.GetValue(_json))
            {
                result.AddError("--sweep prints a sweep.json already; leave --json out.");
            }
        });
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        string path = parsed.GetRequiredValue(_table);
        ReadOptions options = _reading.Read(parsed) ?? ReadOptions.None;
        ReadTable table = await TableFile.ReadAsync(path, path, options, Environment.Error, Environment.Time, cancellationToken);
        if (parsed.GetValue(_sweep))
        {
            string text = ProposedSweep.TextFor(path, path, table.Table, ReadingText.Of(table, options));
            await Environment.WriteFileAsync(
                StandardOutput.Name, force: false, stream => stream.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken).AsTask(), cancellationToken);
            return ExitCode.Done;
        }

        TableDocument document = TableDocument.Of(path, table);
        await Environment.WriteAsync(parsed.GetValue(_json), () => document, console => Write(console, document), cancellationToken);
        return ExitCode.Done;
    }

    private static void Write(IAnsiConsole console, TableDocument document)
    {
        console.Write(new Text($"{document.File}: {Amount.Of(document.Rows, "row")} × {Amount.Of(document.Columns.Length, "column")}; {document.Spelling}\n"));
        ColumnTable.Write(console, document.Columns);
        foreach (string note in document.Notes)
        {
            console.Write(new Text(note + "\n"));
        }
    }
}
