namespace GanSweep.Silo.Settings;

/// <summary>What a silo's program says of itself.</summary>
internal static class SiloHelp
{
    public const string Text = """
        gansweep-silo: a silo of a GanSweep cluster.

          --data DIR           the store's folder (default gansweep-data)
          --roles ROLES        coordinator, trainer or both (default both)
          --redis HOST:PORT    where the silos of a cluster find each other; without it the silo is alone;
                               HOST:PORT,passwordFile=FILE if it asks for a password
          --address ADDRESS    how the others reach it: an IP address, a host's name, or auto for this machine's own
                               (default 127.0.0.1: silos on this machine)
          --certificates DIR   lets in silos and clients with certificates of one authority alone; 'gansweep certificates --out DIR' makes them.
                               Needed with any --address but the loopback
          --slots N            runs trained at the same time (default the cores this process may use)
          --checkpointSeconds S  the most work that a crash can lose (default 5)
          --gatewayPort PORT   where clients reach it: gansweep ... --cluster localhost:PORT (default 30000; 0 picks a free one)
          --siloPort PORT      where other silos reach it (default 11111; 0 picks a free one)
          --healthPort PORT    serves /health/live and /health/ready (default none; 0 picks a free one); for this machine alone if the address
                               is, else for all
          --http HOST:PORT     where a coordinator serves its pages and its API: an IP address, localhost, or * for every address of this machine
                               (default 127.0.0.1:8080: this machine alone; port 0 picks a free one); off: nowhere
          --certificate FILE.pem  the certificate with which they are served by TLS, read anew when it has changed (default none: in the clear)
          --certificateKey FILE.pem  its private key (default in the same file)
          --httpNames NAMES    other names under which browsers ask for them, with commas between them (default none)
          --httpUrl URL        the address under which browsers ask for them, behind something that ends TLS or by a container's port (default theirs)
          --oidcIssuer URL     who vouches for people beside their keys (OpenID Connect), with --oidcClient NAME, --oidcSecretFile FILE
                               and --oidcClaim CLAIM, which names a person's role (default gansweep_role)
          --insecure           instead of certificates and keys: whoever reaches the ports may do anything
          --dashboard          serves Orleans' dashboard to admins, at /orleans/ of the pages; of a trainer, counts the calls that are shown there
          --log FORMAT         text, or json: an object a line (default text)
          --version            says which version this is

        Each can also be set as an environment variable (GANSWEEP_DATA, GANSWEEP_SLOTS, ...) or in appsettings.json.
        Metrics are sent to the collector that OTEL_EXPORTER_OTLP_ENDPOINT names, if it is set (docs/operations.md).
        Ctrl-C or SIGTERM: every run is checkpointed and given back before the silo leaves.
        """;
}
