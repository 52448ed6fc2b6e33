using System.Collections.Immutable;
using System.CommandLine;
using GanSweep.Client.CommandLine;
using GanSweep.Client.Sessions;
using GanSweep.Contracts.Access;
using GanSweep.Documents;

namespace GanSweep.Client.Access;

/// <summary><c>keys list</c>: every key, without its secret.</summary>
internal sealed class ListKeysVerb : AccessVerb
{
    public ListKeysVerb(ClientEnvironment environment)
        : base(environment, "list", "List the keys, those that open nothing any more too, with their last use.")
    {
        AddOptions();
    }

    protected override async Task RunAsync(ParseResult parsed, SessionRequest request, IAccessDesk desk, CancellationToken cancellationToken)
    {
        ImmutableArray<KeySummary> keys = await desk.ListKeysAsync();
        await Environment.WriteAsync(
            WantsJson(parsed),
            () => new KeysDocument([.. keys.Select(KeyDocument.Of)]),
            console => KeyTable.Write(console, keys, Environment.Time.GetUtcNow()),
            cancellationToken);
    }
}
