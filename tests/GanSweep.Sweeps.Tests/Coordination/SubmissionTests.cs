using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Sweeps;
using GanSweep.Sweeps.Stores;
using GanSweep.Sweeps.Wire;

namespace GanSweep.Sweeps.Tests.Coordination;

public sealed class SubmissionTests
{
    [Fact]
    public async Task Submit_ANewSweep_IsStoredBeforeItIsAnswered()
    {
        CoordinatedSweep sweep = await CoordinatedSweep.NewAsync();
        Assert.False(sweep.Coordinator.Exists);

        SweepSummary summary = await sweep.SubmitAsync();

        Assert.True(sweep.Coordinator.Exists);
        Assert.Equal((sweep.Id, SweepState.Running, new SweepCounts(3, 0, 0, 0, 3, 0)), (summary.SweepId, summary.State, summary.Counts));
        Assert.Equal(sweep.Time.GetUtcNow(), summary.SubmittedAt);
        StoredSweep stored = Assert.IsType<StoredSweep>(await sweep.Store.FindSweepAsync(sweep.Id));
        Assert.Equal((sweep.Json, CoordinatedSweep.DatasetHash, SweepState.Running), (stored.Json, stored.DatasetHash, stored.State));
        Assert.Equal((sweep.Time.GetUtcNow(), new SweepCounts(3, 0, 0, 0, 3, 0)), (stored.SubmittedAt, stored.Counts));
        Assert.Equal(["submitted 3", "forgotten 0"], sweep.Events.Take());
        Assert.Equal((SweepState.Running, new SweepCounts(3, 0, 0, 0, 3, 0)), sweep.Events.Last);
    }

    [Fact]
    public async Task Submit_TheSameAgain_FindsItAsItStands()
    {
        CoordinatedSweep sweep = await CoordinatedSweep.SubmittedAsync();
        await sweep.TrainNextAsync(0.5);
        sweep.Time.Advance(TimeSpan.FromHours(1));
        sweep.Events.Take();

        SweepSummary again = await sweep.SubmitAsync();

        Assert.Equal(new SweepCounts(3, 1, 0, 0, 2, 0), again.Counts);
        Assert.Equal(sweep.Time.GetUtcNow() - TimeSpan.FromHours(1), again.SubmittedAt);
        Assert.Empty(sweep.Events.Take());
    }

    [Fact]
    public Task Submit_TwiceAtOnce_IsOneSubmission()
    {
        return Interleaved.RunAsync(async () =>
        {
            CoordinatedSweep sweep = await CoordinatedSweep.NewAsync();
            TaskCompletionSource disk = new();
            sweep.Store.Disk = _ => disk.Task;

            Task<SweepSummary> first = sweep.SubmitAsync();
            Task<SweepSummary> second = sweep.SubmitAsync();
            Assert.False(first.IsCompleted);
            disk.SetResult();

            Assert.Equal(await first, await second);
            Assert.Single(sweep.Events.Take(), line => line == "submitted 3");
        });
    }

    [Fact]
    public Task Submit_AfterOneThatFailed_IsTakenOn()
    {
        return Interleaved.RunAsync(async () =>
        {
            CoordinatedSweep sweep = await CoordinatedSweep.NewAsync();
            Task<SweepSummary> wrong = sweep.Coordinator.SubmitAsync(new SweepSubmission("{", CoordinatedSweep.DatasetHash));

            SweepSummary summary = await sweep.SubmitAsync();

            await Assert.ThrowsAsync<InvalidSubmissionException>(() => wrong);
            Assert.Equal(3, summary.Counts.Total);
        });
    }

    [Fact]
    public async Task Submit_ACancelledSweep_GoesOnWithIt()
    {
        CoordinatedSweep sweep = await CoordinatedSweep.SubmittedAsync();
        await sweep.Coordinator.CancelAsync();
        sweep.Events.Take();

        SweepSummary summary = await sweep.SubmitAsync();

        Assert.Equal(SweepState.Running, summary.State);
        Assert.Equal(["resumed"], sweep.Events.Take());
        Assert.Equal(3, (await sweep.GrantAsync(9)).Length);
    }

    [Fact]
    public async Task Submit_APausedSweep_LeavesItPaused()
    {
        CoordinatedSweep sweep = await CoordinatedSweep.SubmittedAsync();
        await sweep.Coordinator.PauseAsync();

        Assert.Equal(SweepState.Paused, (await sweep.SubmitAsync()).State);
    }

    [Fact]
    public async Task Submit_UnderAnotherId_IsRefusedAndNothingIsStored()
    {
        CoordinatedSweep sweep = await CoordinatedSweep.NewAsync();
        CoordinatedSweep other = await CoordinatedSweep.NewAsync("7", store: sweep.Store);

        InvalidSubmissionException refused = await Assert.ThrowsAsync<InvalidSubmissionException>(
            () => sweep.Coordinator.SubmitAsync(new SweepSubmission(other.Json, CoordinatedSweep.DatasetHash)));

        Assert.Equal(
            $"The sweep was submitted as {sweep.Id}, but this coordinator makes it {other.Id}. Use the same GanSweep version on both sides.",
            refused.Message);
        Assert.False(sweep.Coordinator.Exists);
        Assert.Empty(await sweep.Store.ListSweepsAsync());
    }

    [Fact]
    public async Task Submit_TextThatIsTooLongByOneCharacter_IsRefused()
    {
        CoordinatedSweep sweep = await CoordinatedSweep.NewAsync();
        int longest = 1 << 20;

        SweepSubmission fits = new(sweep.Json.PadRight(longest), CoordinatedSweep.DatasetHash);
        SweepSubmission tooLong = fits with { Json = fits.Json + " " };

        InvalidSubmissionException refused = await Assert.ThrowsAsync<InvalidSubmissionException>(() => sweep.Coordinator.SubmitAsync(tooLong));
        Assert.Contains("1,048,577 characters; at most 1,048,576", refused.Message, StringComparison.Ordinal);
        Assert.Equal(3, (await sweep.Coordinator.SubmitAsync(fits)).Counts.Total);
    }

    [Fact]
    public async Task Submit_WithoutItsTable_IsRefusedAndSaysToUploadIt()
    {
        CoordinatedSweep sweep = await CoordinatedSweep.NewAsync();
        string missing = new('0', 64);
        string id = GanSweep.Sweeps.Keys.SweepId.Compute(TestModels.Parse(sweep.Json), missing, CoordinatedSweep.Engine);
        CoordinatedSweep without = await CoordinatedSweep.NewAsync();

        InvalidSubmissionException refused = await Assert.ThrowsAsync<InvalidSubmissionException>(
            () => without.CoordinatorOf(id).SubmitAsync(new SweepSubmission(sweep.Json, missing)));

        Assert.Equal($"The store does not hold the table {missing}. Upload it before the sweep is submitted.", refused.Message);
    }

    [Fact]
    public async Task Calls_BeforeTheSubmission_SayThatThereIsNoSuchSweep()
    {
        CoordinatedSweep sweep = await CoordinatedSweep.NewAsync();

        string expected = $"There is no sweep {sweep.Id}. 'gansweep list' shows the sweeps there are.";
        Assert.Equal(expected, Assert.Throws<SweepNotFoundException>(sweep.Coordinator.Summary).Message);
        Assert.Equal(expected, (await Assert.ThrowsAsync<SweepNotFoundException>(() => sweep.GrantAsync(1))).Message);
        Assert.Equal(expected, (await Assert.ThrowsAsync<SweepNotFoundException>(sweep.Coordinator.CancelAsync)).Message);
    }

    [Fact]
    public async Task Report_BeforeTheSubmission_IsRejected()
    {
        // What a trainer still tells of a sweep whose store was lost.
        CoordinatedSweep sweep = await CoordinatedSweep.NewAsync();
        Lease lease = (await (await CoordinatedSweep.SubmittedAsync()).GrantAsync(1))[0];

        Assert.Equal(GanSweep.Contracts.Reports.ReportAnswer.Rejected, await sweep.ReportAsync(CoordinatedSweep.Progress(lease, 1, 1)));
        Assert.Equal(["answered 1 Rejected"], sweep.Events.Take());
    }

    [Fact]
    public async Task Progress_WhileTheYardsticksAreComputed_TellsHowFarTheyAre()
    {
        CoordinatedSweep sweep = await CoordinatedSweep.NewAsync();
        await sweep.SubmitAsync();
        await sweep.Coordinator.AskYardsticksAsync();
        Assert.Equal((0.0, null), (sweep.Coordinator.Progress().Prepared, sweep.Coordinator.Progress().TimeLeft));

        sweep.Time.Advance(TimeSpan.FromSeconds(6));
        sweep.Coordinator.Prepare(0.25);
        Assert.Equal((0.25, TimeSpan.FromSeconds(18)), (sweep.Coordinator.Progress().Prepared, sweep.Coordinator.Progress().TimeLeft));

        await sweep.Coordinator.SetYardsticksAsync(CoordinatedSweep.Yardsticks);
        Assert.Null(sweep.Coordinator.Progress().Prepared);
    }

    [Fact]
    public async Task AskYardsticks_UntilTheyAreSet_HasTheTableAndHowItIsScored()
    {
        CoordinatedSweep sweep = await CoordinatedSweep.NewAsync(more: """, "holdout": 0.25, "target": "b" """);
        await sweep.SubmitAsync();

        for (int i = 0; i < 2; i++)
        {
            var question = await sweep.Coordinator.AskYardsticksAsync();
            Assert.Equal((4, 0.25, 20, "b"), (question!.Table.RowCount, question.Holdout, question.EvaluationRows, question.Target));
            Assert.Equal((0, true), Told(await sweep.Coordinator.GrantAsync("a", 2)));
            await sweep.RestartAsync();
        }

        await sweep.Coordinator.SetYardsticksAsync(CoordinatedSweep.Yardsticks);

        Assert.Null(await sweep.Coordinator.AskYardsticksAsync());
        Assert.Equal(CoordinatedSweep.Yardsticks, (await sweep.Store.FindSweepAsync(sweep.Id))!.Yardsticks);
        Assert.Equal((2, true), Told(await sweep.Coordinator.GrantAsync("a", 2)));
    }

    /// <summary>A run needs what the default scores are divided by; the rest of the yardsticks may come when it has ended.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task SetSecondSample_LetsRunsBegin_AndTheSweepEndsWithTheYardsticks(bool restarts)
    {
        CoordinatedSweep sweep = await CoordinatedSweep.NewAsync("1, 2");
        await sweep.SubmitAsync();
        await sweep.Coordinator.AskYardsticksAsync();
        sweep.Coordinator.SetSecondSample(CoordinatedSweep.Yardsticks.SecondSample);
        Assert.Null(sweep.Coordinator.Progress().Prepared);
        await sweep.TrainNextAsync(0.5);
        await sweep.TrainNextAsync(0.25);

        if (restarts)
        {
            await sweep.RestartAsync();
        }

        Assert.Equal((SweepState.Running, 2, 0.25), (sweep.Coordinator.Summary().State, sweep.Coordinator.Summary().Counts.Completed, sweep.Coordinator.Summary().BestTotal));
        Assert.Null(sweep.Coordinator.Leaderboard(null).Yardsticks);
        Assert.NotNull(await sweep.Coordinator.AskYardsticksAsync());

        await sweep.Coordinator.SetYardsticksAsync(CoordinatedSweep.Yardsticks);

        Assert.Equal(SweepState.Completed, sweep.Coordinator.Summary().State);
        Assert.Equal([(2, 0.25), (1, 0.5)], sweep.Coordinator.Leaderboard(null).Rows.Select(row => (row.Run, row.Scores!.ToScores().Total)));
        Assert.All(sweep.Coordinator.Leaderboard(null).Rows, row => Assert.True(row.GeneratorKept));
    }

    [Fact]
    public async Task SetSecondSample_WhereWeightsAreTold_GrantsNothingYet()
    {
        CoordinatedSweep sweep = await CoordinatedSweep.NewAsync("1, 2", """, "ranking": { "weights": { "stdGap": 2 } }""");
        await sweep.SubmitAsync();
        sweep.Coordinator.SetSecondSample(CoordinatedSweep.Yardsticks.SecondSample);

        Assert.Equal((0, true), Told(await sweep.Coordinator.GrantAsync("a", 2)));
        Assert.NotNull(sweep.Coordinator.Progress().Prepared);

        await sweep.Coordinator.SetYardsticksAsync(CoordinatedSweep.Yardsticks);
        Assert.Equal((2, true), Told(await sweep.Coordinator.GrantAsync("a", 2)));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData(""", "holdout": 0.25""", false)]
    [InlineData(""", "holdout": 0.25, "target": "b" """, false)]
    public async Task AskYardsticks_OfATableThatAnotherSweepHasHadMeasured_AreFoundIfItIsMeasuredAlike(string more, bool found)
    {
        CoordinatedSweep earlier = await CoordinatedSweep.SubmittedAsync();
        CoordinatedSweep sweep = await CoordinatedSweep.NewAsync("7, 8", more, earlier.Store);
        await sweep.SubmitAsync();

        Assert.Equal(found, await sweep.Coordinator.AskYardsticksAsync() is null);

        Assert.Equal(found, (await sweep.Store.FindSweepAsync(sweep.Id))!.Yardsticks is not null);
        Assert.Equal((found ? 2 : 0, true), Told(await sweep.Coordinator.GrantAsync("a", 2)));
    }

    [Fact]
    public async Task AskYardsticks_OfASweepThatIsPaused_IsNotAsked()
    {
        CoordinatedSweep sweep = await CoordinatedSweep.NewAsync();
        await sweep.SubmitAsync();
        await sweep.Coordinator.PauseAsync();

        Assert.Null(await sweep.Coordinator.AskYardsticksAsync());
        await sweep.Coordinator.ResumeAsync();
        Assert.NotNull(await sweep.Coordinator.AskYardsticksAsync());
    }

    private static (int Leases, bool Open) Told(Grants grants)
    {
        return (grants.Leases.Length, grants.Open);
    }
}
