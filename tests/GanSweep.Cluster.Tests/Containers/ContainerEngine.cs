using System.ComponentModel;
using GanSweep.Cluster.Tests.Processes;

namespace GanSweep.Cluster.Tests.Containers;

/// <summary>The machine's Docker engine, if it has one.</summary>
internal static class ContainerEngine
{
    private static readonly string[][] Needs =
    [
        ["compose", "version"],
        // They may weigh more than a test may fetch, so they must be there.
        ["image", "inspect", "--format", "{{.Id}}", "mcr.microsoft.com/dotnet/sdk:10.0", "mcr.microsoft.com/dotnet/aspnet:10.0", "redis:8"],
    ];

    /// <summary>Why no cluster of containers can be built here, or null if one can.</summary>
    public static async Task<string?> WhyNotAsync(CancellationToken cancellationToken)
    {
        foreach (string[] need in Needs)
        {
            try
            {
                await using ProgramProcess docker = ProgramProcess.Other("docker", Checkout.Root, need);
                if (await docker.ExitAsync(cancellationToken) != 0)
                {
                    return $"'docker {string.Join(' ', need)}' says: {docker.Errors.Trim().Split('\n')[0]}";
                }
            }
            catch (Win32Exception)
            {
                return "docker is not installed.";
            }
        }

        return null;
    }
}
