using System.CommandLine;
using GanSweep.Client.CommandLine;
using GanSweep.Client.Sessions;
using GanSweep.Contracts.Access;
using GanSweep.Documents;
using GanSweep.Sweeps.Access;

namespace GanSweep.Client.Access;

/// <summary><c>keys create</c>: makes a key and shows it, this once.</summary>
internal sealed class CreateKeyVerb : AccessVerb
{
    private readonly RoleOption _role = new("What its holder may do: reader looks at sweeps, operator submits and changes them and takes generators away, admin makes keys too.") { Required = true };
    private readonly Option<string?> _name = new("--name") { Description = "Whose it is, for lists and the log of who did what. Left out: its id.", HelpName = "NAME" };
    private readonly Option<TimeSpan?> _expires = new("--expires") { Description = "How long it is good for: 30d, 12h or 45m. Left out: until it is revoked.", HelpName = "TIME" };

    public CreateKeyVerb(ClientEnvironment environment)
        : base(environment, "create", "Make a key. It is shown once; the store keeps a hash of it. From the first one on, everybody is asked for a key.")
    {
        _expires.CustomParser = argument =>
        {
            string text = argument.Tokens[0].Value;
            if (!Lifetimes.TryParse(text, out TimeSpan lifetime))
            {
                argument.AddError($"--expires {text} is no time; it is {Lifetimes.Expected}.");
            }

            return lifetime;
        };
        AddOptions(_role, _name, _expires);
    }

    protected override async Task RunAsync(ParseResult parsed, SessionRequest request, IAccessDesk desk, CancellationToken cancellationToken)
    {
        CreatedKey created = await desk.CreateKeyAsync(
            new KeyRequest { Role = parsed.GetValue(_role), Name = parsed.GetValue(_name), Lifetime = parsed.GetValue(_expires) });
        await Environment.WriteAsync(
            WantsJson(parsed), () => KeyDocument.Of(created), console => console.Profile.Out.Writer.WriteLine(created.Key), cancellationToken);
        Environment.Error.WriteLine($"This is the key of {KeyTable.Describe(created.Summary)}. It is not shown again; a program sends it as 'Authorization: Bearer KEY'.");
    }
}
