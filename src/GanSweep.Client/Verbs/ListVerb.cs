using System.Collections.Immutable;
using System.CommandLine;
using GanSweep.Client.CommandLine;
using GanSweep.Client.Documents;
using GanSweep.Client.Errors;
using GanSweep.Client.Leaderboards;
using GanSweep.Client.Sessions;
using GanSweep.Contracts.Sweeps;

namespace GanSweep.Client.Verbs;

/// <summary><c>list</c>: every sweep, the latest first.</summary>
internal sealed class ListVerb : Command
{
    private readonly ClientEnvironment _environment;
    private readonly SessionOptions _session;
    private readonly JsonOption _json = new();

    public ListVerb(ClientEnvironment environment)
        : base("list", "List the sweeps, the latest first.")
    {
        _environment = environment;
        _session = new SessionOptions(environment);
        _session.AddTo(this);
        Options.Add(_json);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        SessionRequest request = _session.Read(parsed);
        ImmutableArray<SweepSummary> sweeps = request.Cluster is null
            ? await StoredSweeps.ListAsync(request.DataFolder, cancellationToken)
            : await ListAsync(request, cancellationToken);
        if (parsed.GetValue(_json))
        {
            await _environment.WriteJsonAsync(new ListDocument([.. sweeps.Select(SummaryDocument.Of)]), cancellationToken);
        }
        else
        {
            SweepTable.Write(_environment.Output, sweeps);
        }

        return (int)ExitCode.Done;
    }

    private async Task<ImmutableArray<SweepSummary>> ListAsync(SessionRequest request, CancellationToken cancellationToken)
    {
        await using ISweepSession session = await _environment.Sessions.OpenAsync(request, cancellationToken);
        return await session.GetDispatcher().ListAsync().WaitAsync(cancellationToken);
    }
}
