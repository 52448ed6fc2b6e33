using System.CommandLine;
using GanSweep.Client.CommandLine;
using GanSweep.Client.Errors;
using GanSweep.Client.Leaderboards;
using GanSweep.Client.Progress;
using GanSweep.Client.Sessions;
using GanSweep.Contracts.Sweeps;
using GanSweep.Documents;
using Spectre.Console;

namespace GanSweep.Client.Sweeps;

/// <summary><c>submit</c>: hands a sweep over, and watches it if asked to.</summary>
internal sealed class SubmitVerb : Verb
{
    private readonly SweepFileArgument _file = new();
    private readonly ReadingOptions _reading = new();
    private readonly Option<bool> _watch = new("--watch")
    {
        Description = "Stay and show the progress until the sweep has ended. In a data folder, train it here meanwhile.",
    };

    private readonly SlotsOption _slots = new();
    private readonly SessionOptions _session;
    private readonly JsonOption _json = new();

    public SubmitVerb(ClientEnvironment environment)
        : base(environment, "submit", "Submit a sweep and its table, and print the sweep's id. The same submission is the same sweep.")
    {
        _session = new SessionOptions(environment);
        Arguments.Add(_file);
        _reading.AddTo(this);
        Options.Add(_watch);
        Options.Add(_slots);
        _session.AddTo(this);
        Options.Add(_json);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        SweepFile file = await SweepFile.ReadAsync(parsed.GetRequiredValue(_file), _reading.Read(parsed), Environment.Error, Environment.Time, cancellationToken);
        file.Announce(Environment.Error);
        Environment.Error.WriteNotes(file.Notes);
        bool watch = parsed.GetValue(_watch);
        SessionRequest request = _session.Read(parsed) with { Slots = parsed.GetValue(_slots), MakesFolder = true };
        bool trainsHere = watch && request.Cluster is null;
        request = request with { TrainsSweep = trainsHere ? file.SweepId : null };

        await using ISweepSession session = await Environment.Sessions.OpenAsync(request, cancellationToken);
        Submitter submitter = new(Environment.Error, Environment.Time);
        SweepSummary summary = trainsHere
            ? await submitter.SubmitToTrainAsync(session, file, cancellationToken)
            : await submitter.SubmitAsync(session, file, cancellationToken);
        await Environment.WriteAsync(
            parsed.GetValue(_json), () => SummaryDocument.Of(summary), console => console.WriteLine(summary.SweepId), cancellationToken);
        if (watch)
        {
            summary = (await SweepFollower.FollowAsync(Environment.Error, Environment.Time, session.GetSweep(summary.SweepId), cancellationToken)).Summary;
            Environment.Error.WriteLine(SummaryText.Of(summary));
            return SweepOutcome.Of(summary);
        }

        if (summary.State == SweepState.Paused)
        {
            Environment.Error.WriteLine($"The sweep is paused, and stays so. Go on with it: gansweep resume {summary.SweepId}");
        }
        else if (request.Cluster is null && summary.State == SweepState.Running)
        {
            Environment.Error.WriteLine(
                $"Nothing trains it yet. Train it with: gansweep run {parsed.GetValue(_file)}, or start a gansweep-silo on {request.DataFolder}");
        }

        return ExitCode.Done;
    }
}
