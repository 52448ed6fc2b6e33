using CsCheck;
using GanSweep.Contracts.Runs;
using GanSweep.Evaluation.Scoring;
using GanSweep.Sweeps.Leases;
using GanSweep.Sweeps.Stores;

namespace GanSweep.Sweeps.Tests.Leases;

public sealed class LeaseLedgerTests
{
    private static readonly RunSummary Summary = new(new Scores { [Score.Total] = 1 }, 1, 1, 1);

    [Fact]
    public void Grant_FreshLedger_CountsRunsFromOneUnderAttemptOne()
    {
        LeaseLedger ledger = Ledger(runs: 3);

        StoredRun?[] granted = [Grant(ledger), Grant(ledger), Grant(ledger), Grant(ledger)];

        Assert.Equal([1, 2, 3], granted[..3].Select(run => run!.Run));
        Assert.All(granted[..3], run => Assert.Equal((1, RunState.Running), (run!.Attempt, run.State)));
        Assert.Null(granted[3]);
    }

    [Fact]
    public void Grant_RunGivenBack_GrantsItBeforeNewOnesUnderTheNextAttempt()
    {
        LeaseLedger ledger = Ledger(runs: 3);
        Grant(ledger);
        Grant(ledger);
        ledger.Release(1);

        StoredRun again = Grant(ledger)!;

        Assert.Equal((1, 2), (again.Run, again.Attempt));
    }

    [Fact]
    public void Grant_SeveralRunsGivenBack_GrantsTheLowest()
    {
        LeaseLedger ledger = Ledger(runs: 9);
        for (int run = 1; run <= 4; run++)
        {
            Grant(ledger);
        }

        ledger.Release(4);
        ledger.Release(2);
        Assert.Equal([1, 3], ledger.Leased.Order());

        Assert.Equal([2, 4, 5], [Grant(ledger)!.Run, Grant(ledger)!.Run, Grant(ledger)!.Run]);
    }

    [Theory]
    [InlineData(RunState.Pending)]
    [InlineData(RunState.Running)]
    [InlineData(RunState.Failed)]
    public void Grant_RunStoredUnderTheKeyOfAnotherEngine_TakesTheKeyOfThisOne(RunState state)
    {
        LeaseLedger ledger = Ledger(runs: 1);
        ledger.Restore(new StoredRun(1, "key of another engine", state, 1, 0, null, Reused: false, null), Seconds(10));
        ledger.Expire(Seconds(10), Nobody);
        if (state == RunState.Failed)
        {
            ledger.Reopen(1);
        }

        Assert.Equal("key 1", Grant(ledger)!.RunKey);
    }

    [Fact]
    public void Complete_RunStoredUnderTheKeyOfAnotherEngine_KeepsItUnlessItsResultWasFound()
    {
        StoredRun[] stored =
        [
            new(1, "key of another engine", RunState.Running, 1, 0, null, Reused: false, null),
            new(2, "key of another engine", RunState.Pending, 1, 0, null, Reused: false, null),
        ];
        LeaseLedger ledger = Ledger(runs: 2);
        Assert.All(stored, run => ledger.Restore(run, Seconds(10)));

        Assert.Equal("key of another engine", ledger.Complete(1, Summary, reused: false).RunKey);
        Assert.Equal("key 2", ledger.Complete(2, Summary, reused: true).RunKey);
    }

    [Fact]
    public void Complete_AfterAFailedAttempt_ForgetsItsError()
    {
        LeaseLedger ledger = Ledger(runs: 1);
        Grant(ledger);
        Assert.Equal("why", ledger.Fail(1, "why", final: false).Error);
        Grant(ledger);

        StoredRun completed = ledger.Complete(1, Summary, reused: false);

        Assert.Equal((RunState.Completed, null, 2), (completed.State, completed.Error, completed.Attempt));
    }

    [Fact]
    public void Complete_TrainedOrFound_SaysWhoTrainedItAndCountsWhatWasFound()
    {
        LeaseLedger ledger = Ledger(runs: 3);
        Grant(ledger);

        StoredRun trained = ledger.Complete(1, Summary, reused: false);
        StoredRun found = ledger.Complete(2, Summary, reused: true);

        Assert.Equal((false, "a", 1), (trained.Reused, trained.Trainer, trained.Attempt));
        Assert.Equal((true, null, 0), (found.Reused, found.Trainer, found.Attempt));
        Assert.Equal((2, 1, 1), (ledger.Completed, ledger.Reused, ledger.Pending));

        // A lease that ends in a result found elsewhere has no trainer either.
        Grant(ledger);
        Assert.Null(ledger.Complete(3, Summary, reused: true).Trainer);
        Assert.Equal((3, 2), (ledger.Completed, ledger.Reused));
    }

    [Fact]
    public void Reopen_FoundRun_IsTrainedAsAnyOther()
    {
        LeaseLedger ledger = Ledger(runs: 1);
        ledger.Complete(1, Summary, reused: true);

        Assert.False(ledger.Reopen(1).Reused);
        Assert.Equal((0, 0, 1), (ledger.Completed, ledger.Reused, ledger.Pending));
        StoredRun again = Grant(ledger)!;
        Assert.Equal((false, 1, Summary), (again.Reused, again.Attempt, again.Summary));
        Assert.False(ledger.Complete(1, Summary, reused: false).Reused);
        Assert.Equal((1, 0), (ledger.Completed, ledger.Reused));
    }

    [Fact]
    public void Grant_NewRun_IsNotAFoundOne()
    {
        Assert.False(Grant(Ledger(runs: 1))!.Reused);
    }

    [Fact]
    public void Expire_LeaseFromBeforeARestart_IsHeldByNobodyWhoIsGone()
    {
        LeaseLedger ledger = Ledger(runs: 1);
        ledger.Restore(new StoredRun(1, "key 1", RunState.Running, 1, 0, null, Reused: false, null, Trainer: "a"), Seconds(10));

        Assert.Equal("", ledger.HolderOf(1));
        Assert.Empty(ledger.Expire(Seconds(9), trainer => trainer.Length > 0));
        Assert.Equal([1], ledger.Expire(Seconds(10), Nobody));
        Assert.Null(ledger.HolderOf(1));
    }

    [Fact]
    public void Grant_RunThatIsNotKnownYet_WaitsUntilItIs()
    {
        HashSet<int> known = [1];
        LeaseLedger ledger = new(runCount: 3, maxAttempts: 3, run => $"key {run}", known.Contains);

        Assert.Equal(1, Grant(ledger)!.Run);
        Assert.Null(Grant(ledger));
        known.Add(2);
        Assert.Equal(2, Grant(ledger)!.Run);
    }

    [Fact]
    public void Grant_RunsWithOneKey_LeasesTheFirstAndEndsTheOthersAsItHas()
    {
        LeaseLedger ledger = Copies("abacaa");
        List<StoredRun> ended = [];

        Assert.Equal([1, 2, 4], Enumerable.Range(0, 3).Select(_ => ledger.Grant("a", Seconds(10), ended)!.Run));
        Assert.Null(ledger.Grant("a", Seconds(10), ended));
        Assert.Empty(ended);
        Assert.Equal((3, 3), (ledger.Leased.Count, ledger.Pending));

        ledger.Complete(1, Summary, reused: false);
        ledger.Complete(2, Summary, reused: false);
        Assert.Null(ledger.Grant("a", Seconds(10), ended));

        Assert.Equal([3, 5, 6], ended.Select(run => run.Run));
        Assert.All(ended, run => Assert.Equal((RunState.Completed, true, Summary, null, 0), (run.State, run.Reused, run.Summary, run.Trainer, run.Attempt)));
        Assert.Equal([1, 2, 1, 4, 1, 1], Enumerable.Range(1, 6).Select(ledger.OriginalOf));
        Assert.Equal((5, 3, 3, 0), (ledger.Completed, ledger.Reused, ledger.Shared, ledger.Pending));
        Assert.False(ledger.Ended);
        ledger.Fail(4, "why", final: true);
        Assert.True(ledger.Ended);
    }

    [Fact]
    public void Grant_CopyOfARunThatHasFailed_FailsWithItAndIsTriedAgainWithIt()
    {
        LeaseLedger ledger = Copies("aa", maxAttempts: 1);
        List<StoredRun> ended = [];
        ledger.Grant("a", Seconds(10), ended);
        Assert.Null(ledger.Grant("a", Seconds(10), ended));
        ledger.Fail(1, "why", final: false);

        Assert.Null(ledger.Grant("a", Seconds(10), ended));

        StoredRun copy = Assert.Single(ended);
        Assert.Equal((2, RunState.Failed, "why", 1, false), (copy.Run, copy.State, copy.Error, copy.FailedAttempts, copy.Reused));
        Assert.True(ledger.Ended);

        // Tried again, both wait, and one is trained.
        ledger.Reopen(1);
        ledger.Reopen(2);
        Assert.Equal(1, Grant(ledger)!.Run);
        Assert.Null(Grant(ledger));
        ledger.Complete(1, Summary, reused: false);
        Assert.Null(Grant(ledger));
        Assert.Equal((2, 0, 1), (ledger.Completed, ledger.Failed, ledger.Shared));
    }

    [Fact]
    public void Grant_OriginalGivenBackOrOverdue_IsWhatIsGrantedAgain()
    {
        LeaseLedger ledger = Copies("aa");
        Grant(ledger);
        Assert.Null(Grant(ledger));

        ledger.Release(1);
        Assert.Equal((1, 2), (Grant(ledger)!.Run, ledger.Find(1)!.Attempt));
        Assert.Null(Grant(ledger));
        ledger.Expire(Seconds(99), Nobody);
        Assert.Equal((1, 3), (Grant(ledger)!.Run, ledger.Find(1)!.Attempt));
        Assert.Null(Grant(ledger));
    }

    // The disk may have the original's end and not its copies'.
    [Fact]
    public void Grant_CopyThatDidNotEndBeforeARestart_EndsAfterIt()
    {
        LeaseLedger ledger = Copies("aa");
        ledger.Restore(new StoredRun(1, "a", RunState.Completed, 1, 0, null, Reused: false, Summary), Seconds(10));
        List<StoredRun> ended = [];

        Assert.Null(ledger.Grant("a", Seconds(10), ended));

        Assert.Equal(2, Assert.Single(ended).Run);
        Assert.True(ledger.Ended);
    }

    [Fact]
    public void Complete_OriginalThatWasTrainedAgainForItsGenerator_LeavesItsCopiesAsTheyAre()
    {
        LeaseLedger ledger = Copies("aa");
        ledger.Complete(1, Summary, reused: true);
        Assert.Null(Grant(ledger));
        ledger.Reopen(1);

        Assert.Equal(1, Grant(ledger)!.Run);
        Assert.Equal((1, 1, 1), (ledger.Completed, ledger.Reused, ledger.Shared));
        ledger.Complete(1, Summary, reused: false);
        Assert.Equal((2, 1, 1), (ledger.Completed, ledger.Reused, ledger.Shared));
        Assert.True(ledger.Ended);
    }

    [Fact]
    public void EndAfter_TheRunsThereAre_EndsWithThem()
    {
        LeaseLedger ledger = Ledger(runs: 3);
        Grant(ledger);
        ledger.Complete(1, Summary, reused: false);
        Assert.False(ledger.Ended);

        ledger.EndAfter(1);

        Assert.True(ledger.Ended);
        Assert.Equal((1, 0), (ledger.RunCount, ledger.Pending));
        Assert.Null(Grant(ledger));
    }

    [Fact]
    public void Renew_OldAttemptAfterANewGrant_IsRefused()
    {
        LeaseLedger ledger = Ledger(runs: 1);
        Grant(ledger, overdueAt: 10);
        ledger.Expire(Seconds(10), Nobody);
        Grant(ledger, overdueAt: 30);

        Assert.False(ledger.Renew(1, 1, "zombie", Seconds(99)));
        Assert.True(ledger.Renew(1, 2, "a", Seconds(99)));
        Assert.Equal("a", ledger.HolderOf(1));
    }

    [Fact]
    public void Renew_OverdueButNotYetGrantedAnew_HolderComesBack()
    {
        LeaseLedger ledger = Ledger(runs: 1);
        Grant(ledger, overdueAt: 10);

        Assert.Equal([1], ledger.Expire(Seconds(10), Nobody));
        Assert.True(ledger.Renew(1, 1, "a", Seconds(30)));

        Assert.Null(Grant(ledger));
        Assert.Equal(0, ledger.Pending);
    }

    [Fact]
    public void Expire_BeforeItsTime_KeepsTheLease()
    {
        LeaseLedger ledger = Ledger(runs: 1);
        Grant(ledger, overdueAt: 10);

        Assert.Empty(ledger.Expire(Seconds(9.999), Nobody));
        Assert.Equal([1], ledger.Leased);
    }

    [Fact]
    public void Expire_HolderIsGone_LetsItsRunsBeGrantedAtOnce()
    {
        LeaseLedger ledger = Ledger(runs: 2);
        ledger.Grant("dead", Seconds(10), []);
        ledger.Grant("alive", Seconds(10), []);

        Assert.Equal([1], ledger.Expire(Seconds(0), trainer => trainer == "dead"));

        Assert.Equal((1, 2), (Grant(ledger)!.Run, ledger.Find(1)!.Attempt));
        Assert.Equal("alive", ledger.HolderOf(2));
    }

    [Fact]
    public void Fail_AsOftenAsAllowed_FailsTheRunWithItsLastReason()
    {
        LeaseLedger ledger = Ledger(runs: 1, maxAttempts: 2);
        Grant(ledger);
        Assert.Equal(RunState.Pending, ledger.Fail(1, "first", final: false).State);
        Grant(ledger);

        StoredRun failed = ledger.Fail(1, "second", final: false);

        Assert.Equal((RunState.Failed, "second", 2), (failed.State, failed.Error, failed.Attempt));
        Assert.True(ledger.Ended);
    }

    [Fact]
    public void Fail_ReportedTwice_SecondTimeDoesNotHold()
    {
        LeaseLedger ledger = Ledger(runs: 1, maxAttempts: 3);
        Grant(ledger);
        ledger.Fail(1, "once", final: false);

        Assert.False(ledger.Holds(1, 1));
    }

    [Fact]
    public void Fail_Final_IsNotTriedAgain()
    {
        LeaseLedger ledger = Ledger(runs: 1, maxAttempts: 9);
        Grant(ledger);

        Assert.Equal(RunState.Failed, ledger.Fail(1, "NaN", final: true).State);
        Assert.Null(Grant(ledger));
    }

    [Fact]
    public void Reopen_FailedRun_GoesOnCountingAttemptsAndStartsCountingFailuresAnew()
    {
        LeaseLedger ledger = Ledger(runs: 1, maxAttempts: 1);
        Grant(ledger);
        ledger.Fail(1, "once", final: false);

        ledger.Reopen(1);
        StoredRun again = Grant(ledger)!;

        Assert.Equal((2, 0, 0), (again.Attempt, again.FailedAttempts, ledger.Failed));
    }

    [Fact]
    public void Restore_LeaseFromBeforeARestart_ItsHolderMayReportUnderItsAttempt()
    {
        LeaseLedger ledger = Ledger(runs: 2);
        ledger.Restore(new StoredRun(2, "key 2", RunState.Running, 4, 1, "earlier", Reused: false, null), Seconds(10));

        Assert.True(ledger.Renew(2, 4, "a", Seconds(20)));
        Assert.Equal(1, Grant(ledger)!.Run);
        Assert.Null(Grant(ledger));
    }

    /// <summary>Whatever trainers and clocks do: attempts only grow, one holder a run, nothing ends twice, and the counts add up.</summary>
    [Fact]
    public void Ledger_AnyHistory_KeepsItsPromises()
    {
        Gen<(int Kind, int Run, int Age)> step = Gen.Select(Gen.Int[0, 7], Gen.Int[1, 6], Gen.Int[0, 2]);
        step.List[0, 120].Sample(steps =>
        {
            const int Runs = 6;
            LeaseLedger ledger = Ledger(Runs, maxAttempts: 2);
            Dictionary<int, int> lastAttempt = [];
            HashSet<int> completed = [];
            double now = 0;
            foreach ((int kind, int run, int age) in steps)
            {
                now++;
                int attempt = lastAttempt.GetValueOrDefault(run) - age;
                bool holds = ledger.Holds(run, attempt);
                Assert.False(holds && age > 0);
                switch (kind)
                {
                    case 0 or 1:
                        if (Grant(ledger, now + 5) is { } granted)
                        {
                            Assert.Equal(lastAttempt.GetValueOrDefault(granted.Run) + 1, granted.Attempt);
                            Assert.DoesNotContain(granted.Run, completed);
                            lastAttempt[granted.Run] = granted.Attempt;
                        }

                        break;
                    case 2:
                        Assert.Equal(holds, ledger.Renew(run, attempt, "a", Seconds(now + 5)));
                        break;
                    case 3 when holds:
                        Assert.True(completed.Add(run));
                        ledger.Complete(run, Summary, reused: false);
                        break;
                    case 4 when holds:
                        ledger.Fail(run, "reason", final: age == 1);
                        break;
                    case 5 when holds:
                        ledger.Release(run);
                        break;
                    case 6:
                        ledger.Expire(Seconds(now), Nobody);
                        break;
                    case 7 when ledger.Find(run)?.State == RunState.Failed:
                        ledger.Reopen(run);
                        break;
                }

                Assert.Equal(completed.Count, ledger.Completed);
                Assert.Equal(ledger.Known.Count(known => known.State == RunState.Failed), ledger.Failed);
                Assert.Equal(Runs, ledger.Completed + ledger.Failed + ledger.Leased.Count + ledger.Pending);
                Assert.All(ledger.Leased, leased => Assert.Equal(RunState.Running, ledger.Find(leased)!.State));

                // What is on disk is enough: a ledger restored from it holds the same attempts and grants the same runs.
                LeaseLedger restored = Ledger(Runs, maxAttempts: 2);
                foreach (StoredRun known in ledger.Known)
                {
                    restored.Restore(known, Seconds(now));
                    Assert.Equal(ledger.Holds(known.Run, known.Attempt), restored.Holds(known.Run, known.Attempt));
                }

                restored.Expire(Seconds(now), Nobody);
                ledger.Expire(Seconds(now), Nobody);
                Assert.Equal(ledger.Completed + ledger.Failed, restored.Completed + restored.Failed);
            }
        });
    }

    [Fact]
    public void Ledger_MillionRuns_KeepsOnlyThoseItHeardOf()
    {
        LeaseLedger ledger = Ledger(runs: 1_000_000);
        Grant(ledger);

        Assert.Single(ledger.Known);
        Assert.Equal(999_999, ledger.Pending);
    }

    private static LeaseLedger Ledger(int runs, int maxAttempts = 3)
    {
        return new LeaseLedger(runs, maxAttempts, run => $"key {run}");
    }

    // A run for each letter, which is its key.
    private static LeaseLedger Copies(string keys, int maxAttempts = 3)
    {
        return new LeaseLedger(keys.Length, maxAttempts, run => $"{keys[run - 1]}");
    }

    private static StoredRun? Grant(LeaseLedger ledger, double overdueAt = 10)
    {
        return ledger.Grant("a", Seconds(overdueAt), []);
    }

    private static bool Nobody(string trainer)
    {
        return false;
    }

    private static TimeSpan Seconds(double seconds)
    {
        return TimeSpan.FromSeconds(seconds);
    }
}
