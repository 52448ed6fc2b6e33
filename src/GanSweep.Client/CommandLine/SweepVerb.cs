using System.CommandLine;
using GanSweep.Client.Sessions;
using GanSweep.Contracts.Sweeps;
using GanSweep.Services.Sweeps;

namespace GanSweep.Client.CommandLine;

/// <summary>A verb about one sweep, of a cluster or of a data folder. The sweep may be left out where there is only one.</summary>
internal abstract class SweepVerb : Verb
{
    private readonly SweepArgument _sweep;
    private readonly SessionOptions _session;

    private protected SweepVerb(ClientEnvironment environment, string name, string description, bool sweepIsOptional)
        : base(environment, name, description)
    {
        _sweep = new SweepArgument(sweepIsOptional);
        _session = new SessionOptions(environment);
        Arguments.Add(_sweep);
    }

    /// <summary>Adds the options: the verb's own, then those that say where the sweep is. The help lists them in this order.</summary>
    protected void AddOptions(params IEnumerable<Option> own)
    {
        foreach (Option option in own)
        {
            Options.Add(option);
        }

        _session.AddTo(this);
    }

    /// <summary>Where the sweep is.</summary>
    private protected SessionRequest RequestOf(ParseResult parsed)
    {
        return _session.Read(parsed);
    }

    /// <summary>The sweep that is meant among those there are.</summary>
    private protected async Task<SweepSummary> FindAsync(ISweepViews views, ParseResult parsed, CancellationToken cancellationToken)
    {
        SessionRequest request = RequestOf(parsed);
        return SweepFinder.Find(
            await views.ListAsync(cancellationToken), parsed.GetValue(_sweep), request.Cluster is null ? request.DataFolder : null);
    }
}
