using GanSweep.Cluster.Tests.Clusters;
using GanSweep.Cluster.Tests.Processes;

namespace GanSweep.Cluster.Tests.Containers;

/// <summary>
/// A cluster of docker-compose.yml under a name and on ports of the test's own, so that it meets no other. Its containers, networks, volumes
/// and images end with it.
/// </summary>
internal sealed class ComposeProject : IAsyncDisposable
{
    // The packages are fetched and everything is compiled where the machine has no layers of an earlier build.
    private static readonly TimeSpan BuildLimit = TimeSpan.FromMinutes(20);

    private readonly int _gateway = Ports.Free();
    private readonly int _health = Ports.Free();
    private readonly int _http = Ports.Free();

    public string Name { get; } = $"gansweep-test-{Guid.NewGuid():N}"[..22];

    public TemporaryFolder Folder { get; } = new();

    public string Gateway => $"localhost:{_gateway}";

    public Uri Door => new($"http://localhost:{_http}/");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Builds the images, the client's too.</summary>
    public Task BuildAsync()
    {
        return DockerAsync(BuildLimit, ["--profile", "client", "build", "--quiet"]);
    }

    /// <summary>Starts whatever does not run, and returns when all of it is healthy.</summary>
    public Task UpAsync()
    {
        return ComposeAsync("up", "--detach", "--wait");
    }

    /// <summary>A command of docker compose for this project, which must succeed; returns its standard output.</summary>
    public Task<string> ComposeAsync(params string[] arguments)
    {
        return DockerAsync(limit: null, arguments);
    }

    /// <summary>A verb of the console program in a container, in the project's folder.</summary>
    public Task<string> ClientAsync(params string[] arguments)
    {
        return ComposeAsync(["run", "--rm", "client", .. arguments]);
    }

    /// <summary>A verb of the console program in a container, with an admin's certificate.</summary>
    public Task<string> AdminAsync(params string[] arguments)
    {
        return ComposeAsync(["run", "--rm", "--env", "GANSWEEP_CERTIFICATES=/certificates/admin", "client", .. arguments]);
    }

    /// <summary>The ids of a service's containers, those that have ended too.</summary>
    public async Task<string[]> ContainersAsync(string service)
    {
        return (await ComposeAsync("ps", "--all", "--quiet", service)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Waits until the coordinator's log holds the text so many times.</summary>
    public async Task UntilLoggedAsync(string text, int times)
    {
        using CancellationTokenSource limit = new(TimeSpan.FromMinutes(2));
        string log = "";
        while (log.Split(text).Length <= times)
        {
            Assert.False(limit.IsCancellationRequested, $"'{text}' is not {times} times in the coordinator's log:\n{log}");
            await Task.Delay(200, Cancellation);
            log = await ComposeAsync("logs", "--no-log-prefix", "coordinator");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await using ProgramProcess down = Start("--profile", "client", "down", "--volumes", "--remove-orphans", "--rmi", "local");
        Assert.True(await down.ExitAsync(CancellationToken.None) == 0, down.Errors);
        Folder.Dispose();
    }

    private async Task<string> DockerAsync(TimeSpan? limit, string[] arguments)
    {
        await using ProgramProcess docker = Start(arguments);
        Assert.True(await docker.ExitAsync(Cancellation, limit) == 0, $"docker compose {string.Join(' ', arguments)}\n{docker.Errors}\n{docker.Output}");
        return docker.Output;
    }

    private ProgramProcess Start(params string[] arguments)
    {
        // env, because compose reads the folder of its user from PWD, and a process that is started in another folder keeps PWD.
        return ProgramProcess.Other(
            "env",
            Folder.Path,
            [
                $"PWD={Folder.Path}", $"GANSWEEP_GATEWAYPORT={_gateway}", $"GANSWEEP_HEALTHPORT={_health}", $"GANSWEEP_HTTPPORT={_http}", "GANSWEEP_SLOTS=2",
                "docker", "compose", "--file", Path.Combine(Checkout.Root, "docker-compose.yml"), "--project-name", Name, .. arguments,
            ]);
    }
}
