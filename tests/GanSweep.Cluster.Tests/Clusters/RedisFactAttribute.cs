using System.Runtime.CompilerServices;

namespace GanSweep.Cluster.Tests.Clusters;

/// <summary>A test with a cluster of silos. It needs redis-server, and is skipped where that is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RedisFactAttribute : FactAttribute
{
    public RedisFactAttribute([CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1)
        : base(sourceFilePath, sourceLineNumber)
    {
        if (!RedisServer.IsInstalled)
        {
            Skip = "redis-server is not installed; on Debian: apt-get install redis-server";
        }
    }
}
