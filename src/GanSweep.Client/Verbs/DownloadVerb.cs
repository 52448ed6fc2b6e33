using System.CommandLine;
using GanSweep.Client.CommandLine;
using GanSweep.Client.Errors;
using GanSweep.Client.Output;
using GanSweep.Client.Sessions;
using GanSweep.Contracts.Sweeps;

namespace GanSweep.Client.Verbs;

/// <summary><c>download</c>: a kept generator as a file.</summary>
internal sealed class DownloadVerb : Command
{
    private readonly ClientEnvironment _environment;
    private readonly SweepArgument _sweep = new(optional: true);
    private readonly Option<int?> _run = new("--run") { Description = "The generator of this run. [default: the best run]", HelpName = "R" };
    private readonly Option<string?> _out = new("--out")
    {
        Description = "The file to write; one that is there is replaced. [default: <sweep id>-best.zip or <sweep id>-run-R.zip]",
        HelpName = "FILE",
    };

    private readonly SessionOptions _session;

    public DownloadVerb(ClientEnvironment environment)
        : base("download", "Download a sweep's best generator, or that of one run if it is kept.")
    {
        _environment = environment;
        _session = new SessionOptions(environment);
        _run.Within(1, int.MaxValue);
        Arguments.Add(_sweep);
        Options.Add(_run);
        Options.Add(_out);
        _session.AddTo(this);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        int? asked = parsed.GetValue(_run);
        await using ISweepSession session = await _environment.Sessions.OpenAsync(_session.Read(parsed), cancellationToken);
        SweepSummary summary = await SweepFinder.FindAsync(session, parsed.GetValue(_sweep), cancellationToken);
        ISweepGrain sweep = session.GetSweep(summary.SweepId);
        GeneratorFile generator = await sweep.GetGeneratorAsync(asked).WaitAsync(cancellationToken);
        RunDetails details = await sweep.GetRunAsync(generator.Run).WaitAsync(cancellationToken);

        string file = parsed.GetValue(_out) ?? $"{summary.SweepId}-{(asked is null ? "best" : $"run-{asked}")}.zip";
        await AtomicFile.WriteAsync(file, stream => stream.WriteAsync(generator.Content, cancellationToken).AsTask());
        _environment.Error.WriteLine(
            $"Written: {file}, {Figures.Count(generator.Content.Length)} bytes: the generator of run {generator.Run}"
            + (details.Row.Scores is { } scores ? $", total {Figures.Of(scores.Total)}" : ""));
        return (int)ExitCode.Done;
    }
}
