using System.Text.Json;
using GanSweep.Cluster.Tests.Clusters;
using GanSweep.Cluster.Tests.Processes;

namespace GanSweep.Cluster.Tests.Containers;

/// <summary>docker-compose.yml for real. Skipped where there is no Docker engine with the base images.</summary>
public sealed class ContainerTests(UndisturbedSweep undisturbed)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Cluster_LosesEveryPartOfItselfOnce_EndsInTheSameBitsAndItsUserOwnsTheFiles()
    {
        string? whyNot = await ContainerEngine.WhyNotAsync(Cancellation);
        Assert.SkipWhen(whyNot is not null, whyNot ?? "");
        await using ComposeProject project = new();
        await project.BuildAsync();
        await project.UpAsync();
        UndisturbedSweep.Write(project.Folder);
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
        Assert.Contains(sweep, await HostAsync(project, "list", "--cluster", project.Gateway), StringComparison.Ordinal);

        await project.ComposeAsync("stop");
        await project.ComposeAsync("cp", "coordinator:/data", project.Folder["store"]);
        await SweepAudit.AssertSameAsync(await undisturbed.StoreAsync(), project.Folder["store"], sweep);
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
