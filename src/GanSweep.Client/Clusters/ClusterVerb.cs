using System.Collections.Immutable;
using System.CommandLine;
using GanSweep.Client.CommandLine;
using GanSweep.Client.Errors;
using GanSweep.Client.Sessions;
using GanSweep.Contracts.Silos;
using GanSweep.Documents;
using GanSweep.Services.Errors;

namespace GanSweep.Client.Clusters;

/// <summary><c>cluster</c>: the silos of a cluster, what they train, how they are, what their store holds and what went wrong.</summary>
internal sealed class ClusterVerb : Verb
{
    private readonly SessionOptions _session;
    private readonly JsonOption _json = new();

    public ClusterVerb(ClientEnvironment environment)
        : base(environment, "cluster", "Show the silos of a cluster: versions, how each is, slots and what each is training; how large the store is; the last errors.")
    {
        _session = new SessionOptions(environment);
        _session.AddTo(this);
        Options.Add(_json);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        SessionRequest request = _session.Read(parsed);
        if (request.Cluster is null)
        {
            throw new WrongInputException(
                "A data folder has no silos. Say which cluster is meant: --redis HOST:PORT, or --cluster HOST:PORT for the gateway of its coordinator, or --server URL.");
        }

        await using ISweepSession session = await Environment.Sessions.OpenAsync(request, cancellationToken);
        ImmutableArray<SiloSummary> silos = await session.GetDispatcher().GetSilosAsync().WaitAsync(cancellationToken);
        await Environment.WriteAsync(
            parsed.GetValue(_json), () => ClusterDocument.Of(silos), console => ClusterTable.Write(console, silos), cancellationToken);
        return ExitCode.Done;
    }
}
