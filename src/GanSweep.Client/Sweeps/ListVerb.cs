using System.Collections.Immutable;
using System.CommandLine;
using GanSweep.Client.CommandLine;
using GanSweep.Client.Errors;
using GanSweep.Client.Sessions;
using GanSweep.Contracts.Sweeps;
using GanSweep.Documents;

namespace GanSweep.Client.Sweeps;

/// <summary><c>list</c>: every sweep, the latest first.</summary>
internal sealed class ListVerb : Verb
{
    private readonly SessionOptions _session;
    private readonly JsonOption _json = new();

    public ListVerb(ClientEnvironment environment)
        : base(environment, "list", "List the sweeps, the latest first.")
    {
        _session = new SessionOptions(environment);
        _session.AddTo(this);
        Options.Add(_json);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        SessionRequest request = _session.Read(parsed);
        ImmutableArray<SweepSummary> sweeps = await ListAsync(request, cancellationToken);
        await Environment.WriteAsync(
            parsed.GetValue(_json),
            () => new ListDocument([.. sweeps.Select(SummaryDocument.Of)]),
            console => SweepTable.Write(console, sweeps),
            cancellationToken);
        return ExitCode.Done;
    }

    private async Task<ImmutableArray<SweepSummary>> ListAsync(SessionRequest request, CancellationToken cancellationToken)
    {
        await using ISweepViews views = await Environment.Sessions.LookAsync(request, cancellationToken);
        return await views.ListAsync(cancellationToken);
    }
}
