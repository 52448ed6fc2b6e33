using System.Net;
using System.Text.Json;
using GanSweep.Cluster.Tests.Clusters;
using GanSweep.Cluster.Tests.Processes;
using Xunit.Sdk;

namespace GanSweep.Cluster.Tests.Containers;

/// <summary>docker-compose.yml for real. Skipped where there is no Docker engine with the base images.</summary>
public sealed class ContainerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Cluster_LosesEveryPartOfItselfOnce_EndsInTheSameBitsAndItsUserOwnsTheFiles()
    {
        string? whyNot = await ContainerEngine.WhyNotAsync(Cancellation);
        Assert.SkipWhen(whyNot is not null, whyNot ?? "");
        // Until a container has ended, a process has long done what it was told.
        using UndisturbedSweep undisturbed = new() { Epochs = 4500 };
        await using ComposeProject project = new();
        await project.BuildAsync();
        await project.UpAsync();
        await AssertClosedAsync(project);
        undisturbed.Write(project.Folder);
        await OwnByAnotherUserAsync(project.Folder.Path);

        string sweep = (await project.ClientAsync("submit", "failures.json")).Trim();
        await project.UntilLoggedAsync("is granted as attempt 1", times: UndisturbedSweep.Runs);
        string[] trainers = await project.ContainersAsync("trainer");
        Assert.Equal(2, trainers.Length);
        await OutputAsync("docker", "kill", "--signal", "KILL", trainers[0]);
        await project.UntilLoggedAsync("is granted as attempt 2", times: 1);
        await project.ComposeAsync("stop", "trainer");
        Assert.Equal("0", await OutputAsync("docker", "inspect", "--format", "{{.State.ExitCode}}", trainers[1]));
        await project.ComposeAsync("restart", "coordinator");
        await project.UpAsync();
        await project.ClientAsync("watch", sweep);

        Assert.Equal(Scores(await undisturbed.LeaderboardAsync()), Scores(await project.ClientAsync("leaderboard", sweep, "--json")));
        await project.ClientAsync("download", sweep, "--out", "best.zip");
        await project.ClientAsync("sample", "best.zip", "--rows", "100", "--seed", "5", "--out", "rows.csv");
        Assert.Equal(await HostAsync(project, "sample", "best.zip", "--rows", "100", "--seed", "5"), await File.ReadAllTextAsync(project.Folder["rows.csv"], Cancellation));
        Assert.Equal(await OwnerAsync(project.Folder.Path), await OwnerAsync(project.Folder["best.zip"]));
        Assert.Equal(await OwnerAsync(project.Folder.Path), await OwnerAsync(project.Folder["rows.csv"]));
        await project.ComposeAsync("cp", "coordinator:/certificates/operator", project.Folder["operator"]);
        Assert.Contains(
            sweep, await HostAsync(project, "list", "--cluster", project.Gateway, "--certificates", project.Folder["operator"]), StringComparison.Ordinal);

        await project.ComposeAsync("stop");
        await project.ComposeAsync("cp", "coordinator:/data", project.Folder["store"]);
        await SweepAudit.AssertSameAsync(await undisturbed.StoreAsync(), project.Folder["store"], sweep);
    }

    // What nobody should get at from outside, or from a container that has no business with it.
    private static async Task AssertClosedAsync(ComposeProject project)
    {
        // Redis asks for its password, is in no network but its own, and that has no way out.
        Assert.Contains("NOAUTH", await project.ComposeAsync("exec", "-T", "redis", "redis-cli", "ping"), StringComparison.Ordinal);
        Assert.Equal("", await project.ComposeAsync("exec", "-T", "redis", "env", "-i", "sh", "-c", "tr '\\0' '\\n' < /proc/1/cmdline | grep -i pass || true"));
        string redis = Assert.Single(await project.ContainersAsync("redis"));
        Assert.Equal(
            [$"{project.Name}_members"],
            (await OutputAsync("docker", "inspect", "--format", "{{range $name, $_ := .NetworkSettings.Networks}}{{println $name}}{{end}}", redis))
                .Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal("true", await OutputAsync("docker", "network", "inspect", "--format", "{{.Internal}}", $"{project.Name}_members"));
        Assert.Equal("map[]", await OutputAsync("docker", "inspect", "--format", "{{.HostConfig.PortBindings}}", redis));
        string address = await OutputAsync("docker", "inspect", "--format", "{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}", redis);
        await using ProgramProcess stranger = ProgramProcess.Other(
            "docker", Checkout.Root, "run", "--rm", "--network", $"{project.Name}_default", "--entrypoint", "bash", "mcr.microsoft.com/dotnet/aspnet:10.0", "-c",
            $"timeout 5 bash -c 'exec 3<>/dev/tcp/{address}/6379'");
        Assert.NotEqual(0, await stranger.ExitAsync(Cancellation));

        // Silos are nobody in particular, see no authority's key, and let in nobody without a certificate.
        Assert.Equal("1654", (await project.ComposeAsync("exec", "-T", "coordinator", "id", "-u")).Trim());
        Assert.Equal("", await project.ComposeAsync("exec", "-T", "coordinator", "ls", "-A", "/certificates/authority"));
        await using ProgramProcess without = ProgramProcess.Client(project.Folder.Path, "list", "--cluster", project.Gateway);
        Assert.Equal(1, await without.ExitAsync(Cancellation));
        Assert.Contains("it asks for a certificate", without.Errors.ReplaceLineEndings(" "), StringComparison.Ordinal);

        // The pages ask everybody, and a link of an admin's lets in.
        using HttpClient browser = new() { BaseAddress = project.Door };
        browser.DefaultRequestHeaders.Add("Origin", project.Door.GetLeftPart(UriPartial.Authority));
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.GetAsync("api/v1/sweeps", Cancellation)).StatusCode);
        string link = (await project.AdminAsync("web")).Split().Single(word => word.StartsWith(project.Door.ToString(), StringComparison.Ordinal));
        using HttpResponseMessage login = await browser.PostAsync(
            "login", new FormUrlEncodedContent([KeyValuePair.Create("link", new Uri(link).Fragment.TrimStart('#'))]), Cancellation);
        Assert.Equal(HttpStatusCode.OK, login.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("api/v1/sweeps", Cancellation)).StatusCode);
        Assert.Contains("operator", (await Assert.ThrowsAsync<TrueException>(() => project.ClientAsync("web"))).Message, StringComparison.Ordinal);

        // A second start leaves the certificates as they are.
        string before = await project.ComposeAsync("exec", "-T", "coordinator", "sha256sum", "/certificates/silo/silo.pem", "/certificates/operator/client.pem", "/redis/password");
        await project.UpAsync();
        Assert.Equal(
            before, await project.ComposeAsync("exec", "-T", "coordinator", "sha256sum", "/certificates/silo/silo.pem", "/certificates/operator/client.pem", "/redis/password"));
    }

    private static string[] Scores(string leaderboard)
    {
        using JsonDocument document = JsonDocument.Parse(leaderboard);
        return [.. document.RootElement.GetProperty("runs").EnumerateArray().Select(run => $"{run.GetProperty("run")}: {run.GetProperty("scores")}")];
    }

    private static Task<string> HostAsync(ComposeProject project, params string[] arguments)
    {
        return EndAsync(ProgramProcess.Client(project.Folder.Path, arguments));
    }

    // Root owns what root writes whatever the container does, so the folder is given to someone else.
    private static async Task OwnByAnotherUserAsync(string folder)
    {
        if (Environment.IsPrivilegedProcess)
        {
            await OutputAsync("chown", "--recursive", "4321:8765", folder);
        }
    }

    private static Task<string> OwnerAsync(string path)
    {
        return OutputAsync("stat", "--format", "%u:%g", path);
    }

    private static async Task<string> OutputAsync(string program, params string[] arguments)
    {
        return (await EndAsync(ProgramProcess.Other(program, Checkout.Root, arguments))).Trim();
    }

    private static async Task<string> EndAsync(ProgramProcess started)
    {
        await using ProgramProcess process = started;
        Assert.True(await process.ExitAsync(Cancellation) == 0, process.Errors);
        return process.Output;
    }
}
