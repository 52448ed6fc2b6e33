using System.CommandLine;
using GanSweep.Client.CommandLine;
using GanSweep.Client.Sessions;
using GanSweep.Contracts.Access;
using GanSweep.Documents;

namespace GanSweep.Client.Access;

/// <summary><c>web</c>: a link that lets a browser in once.</summary>
internal sealed class WebVerb : AccessVerb
{
    private const string Door = "http://127.0.0.1:8080/";

    private readonly RoleOption _role = new("What whoever opens it may do: reader, operator or admin. [default: admin]") { DefaultValueFactory = _ => AccessRole.Admin };
    private readonly Option<Uri?> _url = new("--url")
    {
        Description = $"Where the browser reaches the coordinator's pages. Left out: where it says that it serves them; of a data folder, {Door}",
        HelpName = "URL",
        CustomParser = argument =>
        {
            string text = argument.Tokens[0].Value;
            if (Uri.TryCreate(text, UriKind.Absolute, out Uri? url) && url.Scheme is "http" or "https")
            {
                return url;
            }

            argument.AddError($"--url {text} is no address of pages; http://HOST:PORT/ or https://HOST:PORT/ is expected.");
            return null;
        },
    };

    public WebVerb(ClientEnvironment environment)
        : base(environment, "web", "Print a link that lets a browser in to a coordinator's pages, once and within ten minutes.")
    {
        AddOptions(_role, _url);
    }

    protected override async Task RunAsync(ParseResult parsed, SessionRequest request, IAccessDesk desk, CancellationToken cancellationToken)
    {
        AccessRole role = parsed.GetValue(_role);
        LoginLink made = await desk.CreateLinkAsync(role);
        if (request.Cluster is not null && made.Door is null && parsed.GetValue(_url) is null)
        {
            Environment.Error.WriteLine($"The coordinator serves no pages; it does with --http HOST:PORT. Below stands {Door}.");
        }

        // Behind #, so that it is sent to no server with the address: it is in no log of one in between.
        Uri link = new(new Uri(parsed.GetValue(_url) ?? made.Door ?? new Uri(Door), "login"), $"#{made.Token}");
        await Environment.WriteAsync(
            WantsJson(parsed),
            () => new LoginLinkDocument(link, made.ExpiresAt),
            console => console.Profile.Out.Writer.WriteLine(link),
            cancellationToken);
        Environment.Error.WriteLine($"It lets one browser in as {KeyTable.Word(role)}, until {KeyTable.At(made.ExpiresAt)} UTC."
            + (request.Cluster is null ? $" Start the coordinator with: gansweep-silo --data {request.DataFolder}" : ""));
    }
}
