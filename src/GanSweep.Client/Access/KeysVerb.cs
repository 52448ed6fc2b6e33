using System.CommandLine;
using GanSweep.Client.CommandLine;

namespace GanSweep.Client.Access;

/// <summary><c>keys</c>: the keys of the coordinator's door.</summary>
internal sealed class KeysVerb : Command
{
    public KeysVerb(ClientEnvironment environment)
        : base("keys", "Make, list and revoke the keys with which people and programs come to a coordinator's pages and API.")
    {
        Subcommands.Add(new CreateKeyVerb(environment));
        Subcommands.Add(new ListKeysVerb(environment));
        Subcommands.Add(new RevokeKeyVerb(environment));
    }
}
