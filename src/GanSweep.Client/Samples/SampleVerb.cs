using System.CommandLine;
using GanSweep.Client.CommandLine;
using GanSweep.Client.Errors;
using GanSweep.Client.Output;
using GanSweep.Client.Progress;
using GanSweep.Files;
using GanSweep.Services.Errors;
using GanSweep.Services.Samples;
using GanSweep.Silo;
using GanSweep.Tables.Filters;
using GanSweep.Tables.Text;
using GanSweep.Training.Generators;

namespace GanSweep.Client.Samples;

/// <summary><c>sample</c>: synthetic rows from a downloaded generator.</summary>
internal sealed class SampleVerb : Verb
{
    private readonly Argument<string> _file = new("FILE") { Description = "A generator: the zip that 'run' or 'download' wrote." };
    private readonly Option<long> _rows = new("--rows") { Description = "How many rows.", HelpName = "N", Required = true };
    private readonly Option<long> _seed = new("--seed")
    {
        Description = "Seed of the rows: the same seed gives the same rows, and fewer of them are the first of more.",
        HelpName = "S",
        DefaultValueFactory = _ => 1,
    };

    private readonly Option<string> _out = new("--out")
    {
        Description = "The file to write: CSV, or packed if it ends in .csv.gz, or Parquet if it ends in .parquet. [default: - (standard output)]",
        HelpName = "FILE",
        DefaultValueFactory = _ => StandardOutput.Name,
    };

    private readonly Option<string?> _where = new("--where")
    {
        Description = "Write only rows that are like this, such as \"sex = female and age >= 60\". As many are drawn as that takes.",
        HelpName = "CONDITION",
    };

    private readonly Option<int?> _series = new("--series")
    {
        Description = "Draw this many series, each of --rows rows that follow each other, numbered in a column of their own. Of a sweep with a \"sequence\".",
        HelpName = "K",
    };

    private readonly StartOption _start = new();
    private readonly Option<string?> _table = new("--table")
    {
        Description = "The real table after whose rows series begin: that of the sweep, or one with the same columns. A generator's file holds none of its rows.",
        HelpName = "FILE",
    };

    private readonly ForceOption _force = new();
    private readonly Option<bool> _safeCsv = new("--safe-csv")
    {
        Description = "Put an apostrophe before a column's name, or a word, that a spreadsheet would run as a formula: one that begins with =, +, - or @.",
    };

    public SampleVerb(ClientEnvironment environment)
        : base(environment, "sample", "Draw any number of synthetic rows from a generator, in the real table's columns and order.")
    {
        _rows.Within(1, long.MaxValue);
        _seed.Within(0, long.MaxValue);
        _file.NotBlank();
        _out.NotBlank();
        Arguments.Add(_file);
        Options.Add(_rows);
        Options.Add(_seed);
        Options.Add(_out);
        _where.NotBlank();
        Options.Add(_where);
        _series.Within(1, int.MaxValue);
        Options.Add(_series);
        _start.NotBlank();
        Options.Add(_start);
        _table.NotBlank();
        Options.Add(_table);
        Options.Add(_force);
        Options.Add(_safeCsv);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        string source = parsed.GetRequiredValue(_file);
        string file = parsed.GetRequiredValue(_out);
        bool force = parsed.GetValue(_force);
        long rows = parsed.GetValue(_rows);
        ClientEnvironment.DemandOutput(file, force, source);
        TrainedGenerator generator = GeneratorFileReader.Read(
            await InputFile.ReadAsync(source, "a zip that \"download\" or \"run\" wrote", GeneratorFileReader.MaximumLength, cancellationToken),
            source,
            Models.Families);
        int? series = parsed.GetValue(_series);
        if (rows > long.MaxValue / (series ?? 1))
        {
            throw new WrongInputException($"{series:N0} series of {rows:N0} rows each are more rows than can be counted. Ask for fewer.");
        }

        PathStart? start = await ReadStartAsync(parsed, generator, series, cancellationToken);
        long all = rows * (series ?? 1);
        using WorkProgress progress = new(Environment.Error, Environment.Time, $"Writing {file}", all);
        long seed = parsed.GetValue(_seed);
        bool isSafe = parsed.GetValue(_safeCsv);
        SampleFile target = new(file);
        SampleRows sample = new(generator, rows, seed, isSafe)
        {
            Told = progress.Tell,
            Series = series,
            Start = start,
            Filter = parsed.GetValue(_where) is { } where ? RowFilter.Parse(where, generator.Transform.Schema, generator.Form) : null,
        };
        if (file != StandardOutput.Name)
        {
            await target.DemandRoomAsync(all, few => new SampleRows(generator, few, seed, isSafe), cancellationToken);
        }

        await Environment.WriteFileAsync(file, force, stream => target.WriteAsync(stream, sample, cancellationToken), cancellationToken);
        if (file != StandardOutput.Name)
        {
            Environment.Error.WriteLine($"Written: {file}, {Amount.Of(all, "row")}{(series is { } several ? $" in {several:N0} series" : "")}{(sample.Filter is null ? "" : $", of {Amount.Of(sample.Drawn, "row")} that were drawn")}");
        }

        return ExitCode.Done;
    }

    private async Task<PathStart?> ReadStartAsync(ParseResult parsed, TrainedGenerator generator, int? series, CancellationToken cancellationToken)
    {
        SeriesStart start = _start.Read(parsed);
        string? table = parsed.GetValue(_table);
        return (start.IsReal, table, series) switch
        {
            (false, null, _) => null,
            (false, _, _) => throw new WrongInputException("--table is of real rows after which series begin, and these begin with rows of their own. Say --start real, or after which row, or leave --table out."),
            (_, null, _) => throw new WrongInputException("--start: a generator's file holds no real rows. Name the table with --table."),
            (_, _, null) => throw new WrongInputException("--start is of series. Say how many with --series, each of --rows rows."),
            _ => new PathStart(await HistoryFile.ReadAsync(table, generator, Environment, cancellationToken), start.Row),
        };
    }
}
