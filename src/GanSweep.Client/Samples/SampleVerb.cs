using System.CommandLine;
using GanSweep.Client.CommandLine;
using GanSweep.Client.Errors;
using GanSweep.Client.Output;
using GanSweep.Silo;
using GanSweep.Tables;
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

    private readonly Option<string?> _out = new("--out")
    {
        Description = "The CSV file to write; one that is there is replaced. [default: standard output]",
        HelpName = "FILE.csv",
    };

    public SampleVerb(ClientEnvironment environment)
        : base(environment, "sample", "Draw any number of synthetic rows from a generator, as CSV in the real table's columns and order.")
    {
        _rows.Within(1, long.MaxValue);
        _seed.Within(0, long.MaxValue);
        Arguments.Add(_file);
        Options.Add(_rows);
        Options.Add(_seed);
        Options.Add(_out);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        TrainedGenerator generator = Read(parsed.GetRequiredValue(_file));
        IEnumerable<Table> chunks = RowSampler.Draw(generator, parsed.GetValue(_rows), parsed.GetValue(_seed));
        if (parsed.GetValue(_out) is { } file)
        {
            await AtomicFile.WriteAsync(file, stream =>
            {
                Write(stream, generator, chunks, cancellationToken);
                return Task.CompletedTask;
            });
            Environment.Error.WriteLine($"Written: {file}, {Figures.Count(parsed.GetValue(_rows))} rows");
        }
        else
        {
            await using Stream output = Environment.OpenOutput();
            Write(output, generator, chunks, cancellationToken);
        }

        return ExitCode.Done;
    }

    private static TrainedGenerator Read(string path)
    {
        try
        {
            using FileStream file = File.OpenRead(path);
            return GeneratorFileReader.Read(file, path, Models.Families);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new GeneratorFileException(
                $"{path} cannot be opened: {exception.Message} Give the path of a zip that \"download\" or \"run\" wrote.", path, exception);
        }
    }

    private static void Write(Stream stream, TrainedGenerator generator, IEnumerable<Table> chunks, CancellationToken cancellationToken)
    {
        using TableWriter writer = new(stream, generator.Transform.ColumnNames);
        foreach (Table chunk in chunks)
        {
            cancellationToken.ThrowIfCancellationRequested();
            writer.WriteRows(chunk);
        }
    }
}
