using System.CommandLine;
using GanSweep.Client.CommandLine;
using GanSweep.Client.Errors;
using GanSweep.Client.Leaderboards;
using GanSweep.Client.Sessions;
using GanSweep.Contracts.Sweeps;
using GanSweep.Documents;
using Spectre.Console;

namespace GanSweep.Client.Sweeps;

/// <summary><c>pause</c>, <c>resume</c>, <c>cancel</c> and <c>retry</c>: each changes one sweep and says where it stands then.</summary>
internal sealed class ChangeVerb : SweepSessionVerb
{
    private readonly Func<ISweepGrain, Task<(SweepSummary Summary, int? Retried)>> _change;
    private readonly JsonOption _json = new();

    private ChangeVerb(
        ClientEnvironment environment, string name, string description, Func<ISweepGrain, Task<(SweepSummary Summary, int? Retried)>> change)
        : base(environment, name, description, sweepIsOptional: false)
    {
        _change = change;
        AddOptions();
        Options.Add(_json);
    }

    /// <summary>The four of them.</summary>
    public static IEnumerable<ChangeVerb> All(ClientEnvironment environment)
    {
        return
        [
            new(environment, "pause", "Train nothing more of a sweep until it is resumed: its runs checkpoint and stop.",
                async sweep => (await sweep.PauseAsync(), null)),
            new(environment, "resume", "Go on with a sweep that was paused or cancelled.",
                async sweep => (await sweep.ResumeAsync(), null)),
            new(environment, "cancel", "End a sweep: its runs stop. What is completed stays; submitting it again goes on with it.",
                async sweep => (await sweep.CancelAsync(), null)),
            new(environment, "retry", "Put the failed runs of a sweep, and no others, back to waiting.", RetryAsync),
        ];
    }

    private static async Task<(SweepSummary Summary, int? Retried)> RetryAsync(ISweepGrain sweep)
    {
        int retried = await sweep.RetryAsync();
        return (await sweep.GetSummaryAsync(), retried);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parsed, FoundSweep sweep, CancellationToken cancellationToken)
    {
        (SweepSummary summary, int? retried) = await _change(sweep.Grain).WaitAsync(cancellationToken);
        bool json = parsed.GetValue(_json);
        await Environment.WriteAsync(
            json, () => SummaryDocument.Of(summary) with { Retried = retried }, console => Write(console, summary, retried), cancellationToken);
        if (!json && sweep.Request.Cluster is null && summary.State == SweepState.Running)
        {
            Environment.Error.WriteLine("Nothing trains it yet: 'gansweep run' with the sweep's file does, or a silo on this data folder.");
        }

        return ExitCode.Done;
    }

    private static void Write(IAnsiConsole console, SweepSummary summary, int? retried)
    {
        if (retried is { } count)
        {
            console.WriteLine(count == 0 ? "No run of it had failed." : $"Failed runs that wait to be trained again: {count}.");
        }

        console.WriteLine(SummaryText.Of(summary));
    }
}
