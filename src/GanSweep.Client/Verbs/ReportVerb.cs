using System.CommandLine;
using GanSweep.Client.CommandLine;
using GanSweep.Client.Errors;
using GanSweep.Client.Reports;
using GanSweep.Client.Sessions;
using GanSweep.Contracts.Sweeps;
using GanSweep.Reporting.Inputs;

namespace GanSweep.Client.Verbs;

/// <summary><c>report</c>: what a sweep shows, as one HTML file.</summary>
internal sealed class ReportVerb : Command
{
    private readonly ClientEnvironment _environment;
    private readonly SweepArgument _sweep = new(optional: true);
    private readonly Option<int?> _run = new("--run") { Description = "The run that is reported. [default: the best run]", HelpName = "R" };
    private readonly Option<string> _out = new("--out")
    {
        Description = "The file to write; one that is there is replaced.",
        HelpName = "FILE",
        DefaultValueFactory = _ => "report.html",
    };

    private readonly SessionOptions _session;

    public ReportVerb(ClientEnvironment environment)
        : base("report", "Write a report of a sweep's best run, or of another, to one HTML file: its scores, its rows beside the real ones, its privacy.")
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
        await using ISweepSession session = await _environment.Sessions.OpenAsync(_session.Read(parsed), cancellationToken);
        SweepSummary summary = await SweepFinder.FindAsync(session, parsed.GetValue(_sweep), cancellationToken);
        ReportInput input = await ReportMaker.GatherAsync(
            session, summary.SweepId, parsed.GetValue(_run), _environment.Time.GetUtcNow(), cancellationToken);
        string file = parsed.GetRequiredValue(_out);
        await ReportFile.WriteAsync(file, input);
        _environment.Error.WriteLine($"Written: {file}, the report of run {input.Run.Row.Run} of {summary.SweepId}");
        return (int)ExitCode.Done;
    }
}
