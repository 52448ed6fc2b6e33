using System.CommandLine;
using GanSweep.Client.CommandLine;
using GanSweep.Client.Errors;
using GanSweep.Client.Output;
using GanSweep.Client.Sessions;
using GanSweep.Contracts.Sweeps;
using GanSweep.Services.Sweeps;
using GanSweep.Sweeps.Wire;

namespace GanSweep.Client.Results;

/// <summary><c>download</c>: a kept generator as a file.</summary>
internal sealed class DownloadVerb : SweepViewVerb
{
    private readonly Option<int?> _run = new("--run") { Description = "The generator of this run. [default: the best run]", HelpName = "R" };
    private readonly Option<string?> _out = new("--out")
    {
        Description = "The file to write; - is standard output. [default: <sweep id>-best.zip or <sweep id>-run-R.zip]",
        HelpName = "FILE",
    };

    private readonly ForceOption _force = new();

    public DownloadVerb(ClientEnvironment environment)
        : base(environment, "download", "Download a sweep's best generator, or that of one run if it is kept.")
    {
        _run.Within(1, int.MaxValue);
        _out.NotBlank();
        AddOptions(_run, _out, _force);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parsed, ISweepView sweep, CancellationToken cancellationToken)
    {
        int? run = parsed.GetValue(_run);
        GeneratorFile generator = await sweep.GetGeneratorAsync(run, cancellationToken);
        RunDetails details = await sweep.GetRunAsync(generator.Run, cancellationToken);

        string file = parsed.GetValue(_out) ?? $"{sweep.Summary.SweepId}-{(run is null ? "best" : $"run-{run}")}.zip";
        await Environment.WriteFileAsync(
            file, parsed.GetValue(_force), stream => stream.WriteAsync(generator.Content, cancellationToken).AsTask(), cancellationToken);
        Environment.Error.WriteLine(
            $"Written: {file}, {Figures.Count(generator.Content.Length)} bytes: the generator of run {generator.Run}"
            + (details.Row.Scores is { } scores ? $", total {Figures.Of(scores.ToScores().Total)}" : ""));
        return ExitCode.Done;
    }
}
