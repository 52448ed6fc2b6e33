using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Sweeps;

namespace GanSweep.Grains.Tests.Sweeps;

/// <summary>A sweep that is paused or cancelled, or whose silo stops, and goes on.</summary>
public sealed class SweepGrainStopTests
{
    [Fact]
    public async Task Cancel_WhileRunning_StopsTheTrainingAndGrantsNoMore()
    {
        await using SmallCluster cluster = await SmallCluster.StartAsync();
        cluster.Trainer.Gate.Reset();
        ISweepGrain sweep = await cluster.SubmitAsync("1, 2, 3, 4");
        await SmallCluster.UntilAsync(sweep, progress => progress.Summary.Counts.Running == 2);

        SweepSummary cancelled = await sweep.CancelAsync();

        Assert.Equal((SweepState.Cancelled, 0, 0), (cancelled.State, cancelled.Counts.Running, cancelled.Counts.Pending));
        Assert.Empty((await cluster.SiloGrains.GetGrain<ISweepGrain>(sweep.GetPrimaryKeyString()).GrantAsync("someone", 4)).Leases);
        Assert.All((await sweep.GetLeaderboardAsync(null)).Rows, row => Assert.Equal(RunState.Cancelled, row.State));
    }

    [Fact]
    public async Task Pause_WhileRunning_GivesRunsBackWithCheckpointsAndResumeGoesOnFromThem()
    {
        await using SmallCluster cluster = await SmallCluster.StartAsync();
        cluster.Trainer.Gate.Reset();
        ISweepGrain sweep = await cluster.SubmitAsync("1, 2, 3", epochs: 50);
        await SmallCluster.UntilAsync(sweep, progress => progress.Summary.Counts.Running == 2);

        Assert.Equal(SweepState.Paused, (await sweep.PauseAsync()).State);
        SweepProgress paused = await SmallCluster.UntilAsync(sweep, progress => progress.Summary.Counts.Running == 0);
        cluster.Trainer.Gate.Set();

        Assert.Equal((SweepState.Paused, 3), (paused.Summary.State, paused.Summary.Counts.Pending));
        await cluster.SubmitAsync("1, 2, 3", epochs: 50);
        Assert.Equal(SweepState.Paused, (await sweep.GetSummaryAsync()).State);
        Assert.Equal(SweepState.Running, (await sweep.ResumeAsync()).State);
        Assert.Equal(3, (await SmallCluster.UntilEndedAsync(sweep)).Summary.Counts.Completed);
        Assert.Equal([(1, 2), (2, 2), (3, 1)], cluster.Trainer.Starts.Skip(2).Select(start => (start.Run, start.Attempt)).Order());
    }

    [Fact]
    public async Task Pause_EndedSweep_ChangesNothing()
    {
        await using SmallCluster cluster = await SmallCluster.StartAsync();
        ISweepGrain sweep = await cluster.SubmitAsync("1");
        await SmallCluster.UntilEndedAsync(sweep);

        Assert.Equal(SweepState.Completed, (await sweep.PauseAsync()).State);
        Assert.Equal(SweepState.Completed, (await sweep.ResumeAsync()).State);
    }

    [Fact]
    public async Task Submit_CancelledSweep_GoesOnWithIt()
    {
        await using SmallCluster cluster = await SmallCluster.StartAsync();
        cluster.Trainer.Gate.Reset();
        ISweepGrain sweep = await cluster.SubmitAsync("1, 2, 3, 4");
        await SmallCluster.UntilAsync(sweep, progress => progress.Summary.Counts.Running == 2);
        await sweep.CancelAsync();
        cluster.Trainer.Gate.Set();

        await cluster.SubmitAsync("1, 2, 3, 4");

        Assert.Equal(4, (await SmallCluster.UntilEndedAsync(sweep)).Summary.Counts.Completed);
    }

    [Fact]
    public async Task Stop_SiloWhileTraining_GivesRunsBackAndTheNextGoesOnFromTheirCheckpoints()
    {
        SmallCluster cluster = await SmallCluster.StartAsync();
        cluster.Trainer.Gate.Reset();
        string id = (await cluster.SubmitAsync("1, 2, 3", epochs: 50)).GetPrimaryKeyString();
        ISweepGrain sweep = cluster.Grains.GetGrain<ISweepGrain>(id);
        await SmallCluster.UntilAsync(sweep, progress => progress.Summary.Counts.Running == 2);

        await using SmallCluster next = await cluster.RestartAsync();
        sweep = next.Grains.GetGrain<ISweepGrain>(id);
        SweepProgress ended = await SmallCluster.UntilEndedAsync(sweep);

        Assert.Equal(3, ended.Summary.Counts.Completed);
        Assert.Equal([(1, 2), (2, 2), (3, 1)], next.Trainer.Starts.Select(start => (start.Run, start.Attempt)).Order());
        Assert.Equal(50, (await sweep.GetRunAsync(1)).Losses.Count);
    }
}
