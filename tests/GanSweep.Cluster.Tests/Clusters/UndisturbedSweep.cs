using GanSweep.Cluster.Tests.Clusters;
using GanSweep.Cluster.Tests.Processes;

[assembly: AssemblyFixture(typeof(UndisturbedSweep))]

namespace GanSweep.Cluster.Tests.Clusters;

/// <summary>The sweep that the clusters train while they are disturbed, trained once in one process, with nothing in its way.</summary>
public sealed class UndisturbedSweep : IDisposable
{
    /// <summary>How many runs it has.</summary>
    public const int Runs = 4;

    private readonly TemporaryFolder _folder = new();
    private readonly Lock _lock = new();
    private Task? _trained;

    /// <summary>How long each of them is: some seconds, for what happens to them to happen while they are trained.</summary>
    internal int Epochs { get; init; } = 2000;

    /// <summary>Writes the sweep's file into a folder.</summary>
    internal string Write(TemporaryFolder folder)
    {
        return folder.WriteSweep(
            "failures", """{ "loss": ["nonSaturating", "leastSquares"], "generatorLearningRate": [0.0002, 0.001] }""", Epochs, keepBest: Runs);
    }

    /// <summary>The folder of its store. The first who asks has it trained.</summary>
    internal async Task<string> StoreAsync()
    {
        Task trained;
        lock (_lock)
        {
            trained = _trained ??= TrainAsync();
        }

        await trained;
        return _folder["store"];
    }

    /// <summary>Its leaderboard.json.</summary>
    internal async Task<string> LeaderboardAsync()
    {
        await StoreAsync();
        return await File.ReadAllTextAsync(Path.Combine(_folder["results"], "leaderboard.json"));
    }

    public void Dispose()
    {
        _folder.Dispose();
    }

    private async Task TrainAsync()
    {
        await using ProgramProcess run = ProgramProcess.Client(
            _folder.Path, "run", Write(_folder), "--data", _folder["store"], "--out", _folder["results"]);
        Assert.True(await run.ExitAsync(CancellationToken.None) == 0, run.Errors);
    }
}
