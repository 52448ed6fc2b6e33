using System.Net;
using System.Net.Sockets;
using GanSweep.Contracts.Silos;
using GanSweep.Silo.Dashboard;
using GanSweep.Silo.Logs;
using GanSweep.Silo.Redis;

namespace GanSweep.Silo.Settings;

/// <summary>How a silo is set up. In a silo process each is set by <c>--name value</c> or the environment variable <c>GANSWEEP_NAME</c>.</summary>
public sealed class SiloOptions
{
    /// <summary>A value of <see cref="Http"/>: a free port of the loopback.</summary>
    public const string FreeLoopback = "127.0.0.1:0";

    /// <summary>A value of <see cref="Http"/>: nowhere.</summary>
    public const string NoHttp = HttpAddress.Off;

    /// <summary>The folder of the store. Default <c>./gansweep-data</c>.</summary>
    public string Data { get; set; } = "gansweep-data";

    /// <summary>What the silo does: <c>coordinator</c>, <c>trainer</c> or <c>both</c>. Default both.</summary>
    public SiloRoles Roles { get; set; } = SiloRoles.Both;

    /// <summary>Runs trained at the same time. 1 to 1,024; default the cores this process may use (container limits count).</summary>
    public int Slots { get; set; } = Environment.ProcessorCount;

    /// <summary>Seconds between two checkpoints of a run: the most work that a crash can lose. 0.1 to 3,600; default 5.</summary>
    public double CheckpointSeconds { get; set; } = 5;

    /// <summary>The id of the one sweep that is trained here. Default any.</summary>
    public string? OnlySweep { get; set; }

    /// <summary>
    /// The Redis in which the silos of a cluster find each other, as HOST:PORT, with <c>,passwordFile=FILE</c> behind it if it asks for a password.
    /// Default none: the silo is alone.
    /// </summary>
    public string? Redis { get; set; }

    /// <summary>
    /// The address at which other silos and clients reach this one: an IP address or the name of a host, or <c>auto</c> for this machine's own.
    /// Default 127.0.0.1: this machine alone; only then does it listen on the loopback alone.
    /// </summary>
    public string Address { get; set; } = "127.0.0.1";

    /// <summary>
    /// The folder with this silo's certificate, which <c>gansweep certificates</c> makes: other silos and clients are then let in with certificates
    /// of the same authority alone. Required unless <see cref="Address"/> is the loopback. Default none.
    /// </summary>
    public string? Certificates { get; set; }

    /// <summary>
    /// Lets whoever reaches the ports do anything, where others than this machine can reach them (<see cref="Address"/> without
    /// <see cref="Certificates"/>, <see cref="Http"/> without keys or in the clear). Default false.
    /// </summary>
    public bool Insecure { get; set; }

    /// <summary>The port on which other silos reach this one; 0 picks a free one. Default 11111.</summary>
    public int SiloPort { get; set; } = 11111;

    /// <summary>The port on which clients reach this silo if it coordinates; 0 picks a free one. Default 30000.</summary>
    public int GatewayPort { get; set; } = 30000;

    /// <summary>
    /// The port of <c>/health/live</c> and <c>/health/ready</c>; 0 picks a free one. Default none. It listens on the loopback if
    /// <see cref="Address"/> is the loopback, else on all interfaces.
    /// </summary>
    public int? HealthPort { get; set; }

    /// <summary>
    /// Where a coordinator serves its pages and its API, as HOST:PORT: an IP address, <c>localhost</c>, or <c>*</c> for every address of this machine; port 0
    /// picks a free one. <c>off</c>: nowhere. Default 127.0.0.1:8080: this machine alone.
    /// </summary>
    public string Http { get; set; } = "127.0.0.1:8080";

    /// <summary>The file of the certificate of the pages and the API, in PEM, with those that vouch for it; it is read anew when it has changed. Default none: they are served in the clear.</summary>
    public string? Certificate { get; set; }

    /// <summary>The file of the certificate's private key, in PEM. Default the file of the <see cref="Certificate"/>.</summary>
    public string? CertificateKey { get; set; }

    /// <summary>Names and addresses beside its own under which browsers ask for the pages, with commas between them. Default none.</summary>
    public string? HttpNames { get; set; }

    /// <summary>
    /// The address under which browsers ask for the pages, where that is another than they are served at: of what ends TLS in front of them, or of the
    /// port of this machine that a container's is. Default none.
    /// </summary>
    public string? HttpUrl { get; set; }

    /// <summary>The issuer of identities (OpenID Connect) that vouches for people at the pages: its address, https unless it is on this machine. Default none.</summary>
    public string? OidcIssuer { get; set; }

    /// <summary>The name under which the <see cref="OidcIssuer"/> knows this coordinator.</summary>
    public string? OidcClient { get; set; }

    /// <summary>The file of the secret by which the coordinator proves that name to the <see cref="OidcIssuer"/>.</summary>
    public string? OidcSecretFile { get; set; }

    /// <summary>The claim that names a person's role: reader, operator or admin. Default <c>gansweep_role</c>.</summary>
    public string OidcClaim { get; set; } = "gansweep_role";

    /// <summary>
    /// Has a coordinator serve Orleans' dashboard, for admins, at <c>/orleans/</c> of its pages, and a trainer count the calls that are shown there. Default
    /// false.
    /// </summary>
    public bool Dashboard { get; set; }

    /// <summary>How the log is written: <c>text</c> for people, or <c>json</c>, an object a line. Default text.</summary>
    public LogFormat Log { get; set; } = LogFormat.Text;

    /// <summary>The options of a silo inside another program: on ports that are free, for one sweep if it is named.</summary>
    public static SiloOptions Embedded(string dataFolder, SiloRoles roles, int? slots = null, string? onlySweep = null)
    {
        return new SiloOptions
        {
            Data = dataFolder,
            Roles = roles,
            Slots = slots ?? Environment.ProcessorCount,
            OnlySweep = onlySweep,
            SiloPort = 0,
            GatewayPort = 0,
            Http = NoHttp,
        };
    }

    /// <summary>The ports that the silo listens on, by the names of their options.</summary>
    internal IReadOnlyList<(string Option, int? Port)> Ports =>
    [
        ("siloPort", SiloPort),
        ("gatewayPort", Roles.HasFlag(SiloRoles.Coordinator) ? GatewayPort : null),
        ("healthPort", HealthPort),
        ("http", HttpListener?.Port),
    ];

    /// <summary>Where the pages and the API are served; null if nowhere.</summary>
    internal HttpAddress? HttpListener => Roles.HasFlag(SiloRoles.Coordinator) && HttpAddress.TryParse(Http, out HttpAddress? address) ? address : null;

    /// <summary>Where a browser finds the pages; null if they are served nowhere.</summary>
    public Uri? Door => HttpListener is { } listener ? SaidDoor ?? new Uri(listener.Url(Certificate is not null)) : null;

    /// <summary>What <see cref="HttpUrl"/> says; null if nothing.</summary>
    internal Uri? SaidDoor => Uri.TryCreate(HttpUrl, UriKind.Absolute, out Uri? url) ? url : null;

    /// <summary>Whether others than this machine reach the pages.</summary>
    internal bool IsDoorReached => HttpListener is { IsLoopback: false } || HttpNameList.Count > 0 || SaidDoor is { IsLoopback: false };

    /// <summary>Whether keys would come to the pages in the clear, by a network.</summary>
    internal bool IsDoorClear => Certificate is null && (SaidDoor is { } said ? said.Scheme != Uri.UriSchemeHttps && !said.IsLoopback : HttpListener is { IsLoopback: false });

    /// <summary>The names of <see cref="HttpNames"/>.</summary>
    internal IReadOnlyList<string> HttpNameList => HttpNames?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    /// <summary>Sets ports that are 0 to free ones.</summary>
    /// <returns>The options of those that were picked.</returns>
    public IReadOnlyList<string> PickPorts()
    {
        string[] open = [.. Ports.Where(port => port.Port == 0).Select(port => port.Option)];
        PickPorts(open);
        return open;
    }

    /// <summary>Sets ports to free ones, whatever they are: somebody else may take one after it was picked and before it is listened on.</summary>
    /// <param name="options">Which.</param>
    public void PickPorts(IReadOnlyList<string> options)
    {
        foreach ((string option, int port) in options.Zip(FreePort.Find(options.Count)))
        {
            Pick(option, port);
        }
    }

    private void Pick(string option, int port)
    {
        switch (option)
        {
            case "siloPort":
                SiloPort = port;
                break;
            case "gatewayPort":
                GatewayPort = port;
                break;
            case "healthPort":
                HealthPort = port;
                break;
            default:
                Http = (HttpListener! with { Port = port }).ToString();
                break;
        }
    }

    /// <summary>Throws if a port is in use, before anything is started, and names its option.</summary>
    /// <exception cref="PortInUseException">The first that is.</exception>
    public void RequireFreePorts()
    {
        foreach ((string option, int? port) in Ports)
        {
            if (port is { } number && !FreePort.IsFree(number))
            {
                throw new PortInUseException(option, number);
            }
        }
    }

    /// <summary>The ports of what is served by HTTP, as the end of a list: <c>, health at http://localhost:8081/health/ready</c>.</summary>
    public string WebPorts()
    {
        return (HealthPort is null ? "" : $", health at http://localhost:{HealthPort}/health/ready")
            + (Door is { } url ? $", pages and API at {url}" : "")
            + (Dashboard && Door is { } pages ? $", dashboard at {new Uri(pages, SiloDashboard.Path)}/" : "");
    }

    /// <summary>What <see cref="Address"/> stands for.</summary>
    /// <exception cref="SiloOptionsException">It is not known here.</exception>
    public IPAddress ResolveAddress()
    {
        try
        {
            IPAddress[] candidates = Dns.GetHostAddresses(Address == "auto" ? Dns.GetHostName() : Address);
            return candidates.FirstOrDefault(candidate => candidate.AddressFamily == AddressFamily.InterNetwork) ?? candidates[0];
        }
        catch (Exception unknown) when (unknown is SocketException or ArgumentException)
        {
            throw new SiloOptionsException([$"address is '{Address}', which is not known here; it is an IP address, the name of a host, or auto."]);
        }
    }

    /// <summary>Whether this machine alone can reach the silo. An address that is not known here is reported when it is resolved.</summary>
    internal bool IsLoopback()
    {
        if (IsEveryAddress())
        {
            return false;
        }

        try
        {
            return IPAddress.IsLoopback(ResolveAddress());
        }
        catch (SiloOptionsException)
        {
            return true;
        }
    }

    /// <summary>Everything that is wrong with these options, one sentence each.</summary>
    public IReadOnlyList<string> Validate()
    {
        List<string> errors = [];
        if (Roles is < SiloRoles.Coordinator or > SiloRoles.Both)
        {
            errors.Add($"roles is {Roles}; it is coordinator, trainer or both.");
        }

        if (Slots is < 1 or > 1024)
        {
            errors.Add($"slots is {Slots}; it is 1 to 1024.");
        }

        if (CheckpointSeconds is not (>= 0.1 and <= 3600))
        {
            errors.Add($"checkpointSeconds is {CheckpointSeconds}; it is 0.1 to 3600.");
        }

        if (SiloPort is < 0 or > 65535)
        {
            errors.Add($"siloPort is {SiloPort}; it is 1 to 65535, or 0 for a free one.");
        }

        if (GatewayPort is < 0 or > 65535)
        {
            errors.Add($"gatewayPort is {GatewayPort}; it is 1 to 65535, or 0 for a free one.");
        }

        if (HealthPort is < 0 or > 65535)
        {
            errors.Add($"healthPort is {HealthPort}; it is 1 to 65535, or 0 for a free one.");
        }

        if (!HttpAddress.TryParse(Http, out HttpAddress? http))
        {
            errors.Add($"http is '{Http}'; it is HOST:PORT, such as 127.0.0.1:8080, where the host is an IP address, localhost or *, or off.");
        }
        else if (Dashboard && http is null && Roles.HasFlag(SiloRoles.Coordinator))
        {
            errors.Add("dashboard is asked for, but http is off: it is served with the pages; say --http HOST:PORT too, such as 127.0.0.1:8080.");
        }

        if (CertificateKey is not null && Certificate is null)
        {
            errors.Add("certificateKey is given without certificate; say --certificate FILE.pem too.");
        }

        if (OidcIssuer is not null && !(Uri.TryCreate(OidcIssuer, UriKind.Absolute, out Uri? issuer) && (issuer.Scheme == Uri.UriSchemeHttps || (issuer.Scheme == Uri.UriSchemeHttp && issuer.IsLoopback))))
        {
            errors.Add($"oidcIssuer is '{OidcIssuer}'; it is an address such as https://login.example/, or http:// on this machine alone.");
        }

        if (OidcIssuer is not null && (string.IsNullOrWhiteSpace(OidcClient) || string.IsNullOrWhiteSpace(OidcSecretFile) || string.IsNullOrWhiteSpace(OidcClaim)))
        {
            errors.Add("oidcIssuer needs oidcClient, the name under which it knows this coordinator, oidcSecretFile, and a claim in oidcClaim.");
        }

        if (OidcIssuer is null && (OidcClient ?? OidcSecretFile) is not null)
        {
            errors.Add("oidcClient and oidcSecretFile are given without oidcIssuer; say --oidcIssuer URL too.");
        }

        if (HttpNameList.FirstOrDefault(name => Uri.CheckHostName(name.Trim('[', ']')) == UriHostNameType.Unknown) is { } wrong)
        {
            errors.Add($"httpNames has '{wrong}'; it is names of hosts or IP addresses with commas between them, without ports.");
        }

        if (HttpUrl is not null && !(SaidDoor is { PathAndQuery: "/", Fragment: "", UserInfo: "" } said && (said.Scheme == Uri.UriSchemeHttps || said.Scheme == Uri.UriSchemeHttp)))
        {
            errors.Add($"httpUrl is '{HttpUrl}'; it is the address under which browsers ask for the pages, such as https://sweeps.example.org/, without a path.");
        }

        foreach (var same in Ports.Where(port => port.Port > 0).GroupBy(port => port.Port).Where(same => same.Count() > 1))
        {
            errors.Add($"{string.Join(" and ", same.Select(port => port.Option))} are {same.Key}; each needs a port of its own.");
        }

        if (Log is not (LogFormat.Text or LogFormat.Json))
        {
            errors.Add($"log is {Log}; it is text or json.");
        }

        if (Roles == SiloRoles.Trainer && Redis is null)
        {
            errors.Add("roles is trainer, but no redis is named: a trainer finds its coordinator through the cluster's Redis (--redis HOST:PORT).");
        }

        if (Redis is not null && !RedisAddress.IsValid(Redis))
        {
            errors.Add($"redis is '{Redis}'; it is HOST:PORT, such as localhost:6379, and ,passwordFile=FILE behind it if it asks for a password.");
        }

        if (string.IsNullOrWhiteSpace(Address))
        {
            errors.Add("address is empty; it is an IP address, the name of a host, or auto.");
        }
        else if (Certificates is null && !Insecure && !IsLoopback())
        {
            errors.Add($"address is '{Address}', which others can reach, and there are no certificates: whoever reaches it could do anything. Make them with "
                + "'gansweep certificates --out certificates' and say --certificates certificates, here and at the clients; or say --insecure if nobody else can reach it.");
        }

        if (IsEveryAddress())
        {
            errors.Add($"address is '{Address}', which is that of no machine; it is how others reach this one, such as auto. Wherever it is not the loopback the silo "
                + "listens to all interfaces.");
        }

        if (Certificates is not null && string.IsNullOrWhiteSpace(Certificates))
        {
            errors.Add("certificates is empty; it is the folder that 'gansweep certificates --out DIR' makes.");
        }

        if (Certificates is not null && Insecure)
        {
            errors.Add("certificates and insecure exclude each other: leave one of them out.");
        }

        if (string.IsNullOrWhiteSpace(Data))
        {
            errors.Add("data is empty; it is the folder of the store.");
        }

        return errors;
    }

    private bool IsEveryAddress()
    {
        return IPAddress.TryParse(Address, out IPAddress? address) && (address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any));
    }
}
