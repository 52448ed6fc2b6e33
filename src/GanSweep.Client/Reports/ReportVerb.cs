using System.CommandLine;
using GanSweep.Client.CommandLine;
using GanSweep.Client.Errors;
using GanSweep.Client.Sessions;
using GanSweep.Reporting.Inputs;
using GanSweep.Services.Reports;
using GanSweep.Services.Sweeps;
using GanSweep.Silo;
using GanSweep.Silo.Settings;

namespace GanSweep.Client.Reports;

/// <summary><c>report</c>: what a sweep shows, as one HTML file.</summary>
internal sealed class ReportVerb : SweepViewVerb
{
    private readonly Option<int?> _run = new("--run") { Description = "The run that is reported. [default: the best run]", HelpName = "R" };
    private readonly Option<string> _out = new("--out")
    {
        Description = "The file to write; - is standard output.",
        HelpName = "FILE",
        DefaultValueFactory = _ => "report.html",
    };

    private readonly ForceOption _force = new();

    public ReportVerb(ClientEnvironment environment)
        : base(environment, "report", "Write a report of a sweep's best run, or of another, to one HTML file: its scores, its rows beside the real ones, its privacy.")
    {
        _run.Within(1, int.MaxValue);
        _out.NotBlank();
        AddOptions(_run, _out, _force);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parsed, ISweepView sweep, CancellationToken cancellationToken)
    {
        string file = parsed.GetRequiredValue(_out);
        bool force = parsed.GetValue(_force);
        ClientEnvironment.DemandOutput(file, force);
        ReportInput input = await ReportMaker.GatherAsync(
            sweep, parsed.GetValue(_run), Models.Families, ProductVersion.Current, Environment.Time.GetUtcNow(), cancellationToken);
        await Environment.WriteFileAsync(file, force, stream => ReportFile.WriteAsync(stream, input), cancellationToken);
        Environment.Error.WriteLine($"Written: {file}, the report of run {input.Run.Row.Run} of {sweep.Summary.SweepId}");
        return ExitCode.Done;
    }
}
