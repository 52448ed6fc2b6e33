using System.Diagnostics;
using GanSweep.Contracts.Sweeps;

namespace GanSweep.Benchmarks.Coordinator;

/// <summary>What one sweep cost its coordinator.</summary>
/// <param name="Runs">Runs of the sweep.</param>
/// <param name="RunsPerSecond">Completions acknowledged a second.</param>
/// <param name="MicrosecondsPerRun">Processor time of this process, the fake trainers' included, per run.</param>
/// <param name="ResidentMegabytes">Resident memory at the end.</param>
/// <param name="ManagedMegabytes">Managed memory at the end, collected.</param>
/// <param name="StoreBytesPerRun">Length of the store per run.</param>
/// <param name="RestartSeconds">From the start of a host on the store until the leaderboard's answer.</param>
/// <param name="BoardMilliseconds">The median leaderboard of twenty, asked for while running.</param>
/// <param name="WorstBoardMilliseconds">The worst.</param>
internal sealed record CoordinatorFigures(
    int Runs,
    double RunsPerSecond,
    double MicrosecondsPerRun,
    long ResidentMegabytes,
    long ManagedMegabytes,
    long StoreBytesPerRun,
    double RestartSeconds,
    double BoardMilliseconds,
    double WorstBoardMilliseconds)
{
    // Enough that the sweep is still open when the coordinator is restarted.
    private const int LeftForLater = 100;
    private const int BoardRows = 20;

    private static readonly TimeSpan BoardInterval = TimeSpan.FromMilliseconds(50);

    /// <summary>Runs a sweep on a coordinator of its own.</summary>
    public static async Task<CoordinatorFigures> MeasureAsync(int runs)
    {
        await using LoadedCoordinator coordinator = await LoadedCoordinator.StartAsync(runs);
        using Process process = Process.GetCurrentProcess();
        TimeSpan processorBefore = process.TotalProcessorTime;
        long start = Stopwatch.GetTimestamp();
        Task<int> training = new FakeTrainers(coordinator.Grains, coordinator.Id).TrainAsync(runs - LeftForLater);
        List<double> boards = await AskUntilAsync(coordinator.Sweep, training);
        int completed = await training;
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        process.Refresh();
        TimeSpan processor = process.TotalProcessorTime - processorBefore;
        long resident = process.WorkingSet64;
        long managed = GC.GetTotalMemory(forceFullCollection: true);

        await coordinator.StopAsync();
        long store = coordinator.StoreLength;
        start = Stopwatch.GetTimestamp();
        await coordinator.StartHostAsync();
        Leaderboard board = await coordinator.Sweep.GetLeaderboardAsync(BoardRows);
        double restart = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Require(completed == runs - LeftForLater && board.Summary.Counts.Completed == completed, $"{completed} runs were acknowledged, {board.Summary.Counts}");

        await new FakeTrainers(coordinator.Grains, coordinator.Id).TrainAsync(LeftForLater);
        SweepSummary end = await coordinator.Sweep.GetSummaryAsync();
        Require(end.State == SweepState.Completed && end.Counts.Completed == runs, $"the sweep ended as {end}");
        return new CoordinatorFigures(
            runs,
            completed / seconds,
            processor.TotalMicroseconds / completed,
            resident >> 20,
            managed >> 20,
            store / completed,
            restart,
            Median.Of(boards),
            boards.Max());
    }

    private static async Task<List<double>> AskUntilAsync(ISweepGrain sweep, Task end)
    {
        List<double> milliseconds = [];
        do
        {
            long start = Stopwatch.GetTimestamp();
            await sweep.GetLeaderboardAsync(BoardRows);
            milliseconds.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            await Task.WhenAny(end, Task.Delay(BoardInterval));
        }
        while (!end.IsCompleted);

        return milliseconds;
    }

    private static void Require(bool met, string what)
    {
        if (!met)
        {
            throw new InvalidOperationException($"The coordinator is wrong: {what}.");
        }
    }
}
