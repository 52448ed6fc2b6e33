using System.CommandLine;
using GanSweep.Client.CommandLine;
using GanSweep.Client.Errors;
using GanSweep.Client.Leaderboards;
using GanSweep.Client.Output;
using GanSweep.Client.Progress;
using GanSweep.Client.Sessions;
using GanSweep.Contracts.Sweeps;
using GanSweep.Documents;
using GanSweep.Services.Submissions;
using GanSweep.Silo;
using GanSweep.Sweeps.Definitions;
using Spectre.Console;

namespace GanSweep.Client.Sweeps;

/// <summary><c>extend</c>: goes on where a search ended, with more configurations.</summary>
internal sealed class ExtendVerb : SweepVerb
{
    private readonly Option<int?> _configurations = new("--configurations")
    {
        Description = "How many configurations are tried in all, those that the search has tried among them.",
        HelpName = "N",
        Required = true,
    };

    private readonly Option<bool> _watch = new("--watch")
    {
        Description = "Stay and show the progress until the sweep has ended. In a data folder, train it here meanwhile.",
    };

    private readonly SlotsOption _slots = new();
    private readonly JsonOption _json = new();

    public ExtendVerb(ClientEnvironment environment)
        : base(environment, "extend", "Go on where a search ended, with more configurations: another sweep, in which nothing is trained twice. Prints its id.", sweepIsOptional: false)
    {
        _configurations.Within(1, SweepDefinition.MaximumRuns);
        AddOptions(_configurations, _watch, _slots);
        Options.Add(_json);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        SessionRequest request = RequestOf(parsed) with { Slots = parsed.GetValue(_slots) };
        (string sweepId, SweepSubmission extended) = await ExtendAsync(request, parsed, cancellationToken);
        bool watch = parsed.GetValue(_watch);
        bool trainsHere = watch && request.Cluster is null;

        await using ISweepSession session = await Environment.Sessions.OpenAsync(request with { TrainsSweep = trainsHere ? sweepId : null }, cancellationToken);
        Submitter submitter = new(Environment.Error, Environment.Time);
        SweepSummary summary = await submitter.SubmitAsync(session, sweepId, extended, cancellationToken);
        if (trainsHere)
        {
            summary = await submitter.ResumeAsync(session, summary, cancellationToken);
        }

        await Environment.WriteAsync(
            parsed.GetValue(_json), () => SummaryDocument.Of(summary), console => console.WriteLine(summary.SweepId), cancellationToken);
        if (watch)
        {
            summary = (await SweepFollower.FollowAsync(Environment.Error, Environment.Time, session.GetSweep(sweepId), cancellationToken)).Summary;
            Environment.Error.WriteLine(SummaryText.Of(summary));
            return SweepOutcome.Of(summary);
        }

        if (request.Cluster is null && summary.State == SweepState.Running)
        {
            Environment.Error.WriteLine($"Nothing trains it yet. The same command with --watch does, or a gansweep-silo on {request.DataFolder}.");
        }

        return ExitCode.Done;
    }

    private async Task<(string SweepId, SweepSubmission Extended)> ExtendAsync(SessionRequest request, ParseResult parsed, CancellationToken cancellationToken)
    {
        int configurations = parsed.GetRequiredValue(_configurations)!.Value;
        await using ISweepViews views = await Environment.Sessions.LookAsync(request, cancellationToken);
        SweepSummary summary = await FindAsync(views, parsed, cancellationToken);
        SweepProvenance provenance = await (await views.OpenAsync(summary, cancellationToken)).GetProvenanceAsync(cancellationToken);
        Extension extension = Extension.Of(provenance, configurations, _configurations.Name, Models.Catalog, Models.Engines);
        if (provenance.StoppedAfter is not null)
        {
            Environment.Error.WriteLine($"{summary.SweepId} stopped by its \"stop\", which would stop it there again: what goes on has none.");
        }

        Environment.Error.WriteLine(
            $"{extension.SweepId} tries {Figures.Count(configurations)} configurations, as {summary.SweepId} the first {Figures.Count(extension.Tried)}.");
        return (extension.SweepId, extension.Submission);
    }
}
