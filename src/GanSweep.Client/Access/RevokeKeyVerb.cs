using System.CommandLine;
using GanSweep.Client.CommandLine;
using GanSweep.Client.Sessions;
using GanSweep.Contracts.Access;
using GanSweep.Documents;
using Spectre.Console;

namespace GanSweep.Client.Access;

/// <summary><c>keys revoke</c>: a key opens nothing from now on.</summary>
internal sealed class RevokeKeyVerb : AccessVerb
{
    private readonly Argument<string> _id = new("ID") { Description = "The key's id, as 'keys list' shows it." };

    public RevokeKeyVerb(ClientEnvironment environment)
        : base(environment, "revoke", "Make a key open nothing from now on, and end the sessions that it opened.")
    {
        Arguments.Add(_id);
        AddOptions();
    }

    protected override async Task RunAsync(ParseResult parsed, SessionRequest request, IAccessDesk desk, CancellationToken cancellationToken)
    {
        KeySummary revoked = await desk.RevokeKeyAsync(parsed.GetRequiredValue(_id));
        await Environment.WriteAsync(
            WantsJson(parsed),
            () => KeyDocument.Of(revoked),
            console => console.WriteLine($"The key of {KeyTable.Describe(revoked)} opens nothing any more."),
            cancellationToken);
    }
}
