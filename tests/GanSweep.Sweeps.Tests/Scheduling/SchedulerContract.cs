using CsCheck;
using GanSweep.Settings.Models;
using GanSweep.Sweeps.Definitions;
using GanSweep.Sweeps.Scheduling;

namespace GanSweep.Sweeps.Tests.Scheduling;

/// <summary>What every <see cref="IScheduler"/> does: its tests derive from this.</summary>
public abstract class SchedulerContract
{
    private static readonly TrainingSize Size = new(1_000, 4);

    /// <summary>What the scheduler is of.</summary>
    protected abstract SweepDefinition Sweep { get; }

    /// <summary>The scheduler of a sweep; each call gives a new one of the same sweep.</summary>
    protected IScheduler NewScheduler()
    {
        return Sweep.Strategy.Schedule(Sweep.Plan);
    }

    [Fact]
    public void Decide_RunsEndAsTheyAreTrained_ComesToAnEnd()
    {
        IScheduler scheduler = NewScheduler();

        List<Decision.Train> runs = Play(() => scheduler, workers: 1, new Random(1));

        Assert.InRange(runs.Count, 1, scheduler.RunCount);
    }

    [Fact]
    public void Decide_AnyTwoRuns_TrainNoConfigurationTwiceUnderOneSeed()
    {
        IScheduler scheduler = NewScheduler();

        List<Decision.Train> runs = Play(() => scheduler, workers: 3, new Random(1));

        Assert.Equal(runs.Count, runs.DistinctBy(run => (run.EffectiveOn(Size).Json, run.Seed, run.UntilOn(Size))).Count());
    }

    [Fact]
    public void Decide_AnyWorkersInAnyOrder_GivesTheSameRuns()
    {
        IScheduler one = NewScheduler();
        List<Decision.Train> expected = Play(() => one, workers: 1, new Random(1));

        Gen.Select(Gen.Int[1, 9], Gen.Int).Sample((workers, order) =>
        {
            IScheduler scheduler = NewScheduler();
            Assert.Equal(expected, Play(() => scheduler, workers, new Random(order)));
        });
    }

    [Fact]
    public void Decide_RestoredBeforeEachQuestion_GivesTheSameRuns()
    {
        IScheduler one = NewScheduler();
        List<Decision.Train> expected = Play(() => one, workers: 1, new Random(1));

        Gen.Select(Gen.Int[1, 9], Gen.Int).Sample((workers, order) => Assert.Equal(expected, Play(NewScheduler, workers, new Random(order))), iter: 20);
    }

    [Fact]
    public void Decide_WhateverEndsLater_StaysAsItWas()
    {
        IScheduler scheduler = NewScheduler();
        Ended ended = new();
        List<Decision.Train> runs = Play(() => scheduler, workers: 2, new Random(1), ended);

        Assert.Equal(runs, Enumerable.Range(1, runs.Count).Select(run => scheduler.Decide(run, ended)).Cast<Decision.Train>());
    }

    [Fact]
    public void Decide_TheFirstRun_HangsOnNothing()
    {
        Assert.IsType<Decision.Train>(NewScheduler().Decide(1, new Ended()));
    }

    [Fact]
    public void Find_EveryRunThatHangsOnNothing_IsFoundUnderItsNumberAndNoOther()
    {
        IScheduler scheduler = NewScheduler();
        List<Decision.Train> runs = Play(() => scheduler, workers: 1, new Random(1));
        foreach ((int index, Decision.Train run) in runs.Index())
        {
            Configuration effective = run.EffectiveOn(Size);
            int? found = scheduler.Find(effective, run.Seed, run.UntilOn(Size), Size);

            Assert.True(found is null || found == index + 1, $"Run {index + 1} was found as {found}.");
            Assert.True(found is not null || scheduler.Decide(index + 1, new Ended()) is Decision.Wait, $"Run {index + 1} hangs on nothing and was not found.");
            Assert.Null(scheduler.Find(effective, run.Seed + 1_000_000, run.UntilOn(Size), Size));
            Assert.Null(scheduler.Find(effective, run.Seed, 1_000_000, Size));
        }
    }

    // Some workers, each of whose runs may end at any time; a fifth of the runs fail.
    private static List<Decision.Train> Play(Func<IScheduler> scheduler, int workers, Random random, Ended? ended = null)
    {
        ended ??= new Ended();
        List<Decision.Train> runs = [];
        List<int> running = [];
        bool stopped = false;
        while (true)
        {
            while (!stopped && running.Count < workers && runs.Count < scheduler().RunCount)
            {
                Decision next = scheduler().Decide(runs.Count + 1, ended);
                stopped = next is Decision.Stop;
                if (next is not Decision.Train run)
                {
                    break;
                }

                runs.Add(run);
                running.Add(runs.Count);
            }

            if (running.Count == 0)
            {
                Assert.True(stopped || runs.Count == scheduler().RunCount, $"Run {runs.Count + 1} waits, and nothing runs.");
                return runs;
            }

            int ends = running[random.Next(running.Count)];
            running.Remove(ends);
            ended.Add(ends, EndOf(runs[ends - 1]));
        }
    }

    private static EndedRun EndOf(Decision.Train run)
    {
        int hash = 17;
        foreach (char letter in $"{run.Configuration.Json}{run.Seed}{run.UntilOn(Size)}")
        {
            hash = unchecked((hash * 31) + letter);
        }

        return (hash & 15) switch
        {
            0 => EndedRun.Without(Ending.Diverged),
            1 => EndedRun.Without(Ending.Excluded),
            2 => EndedRun.Without(Ending.Faulted),
            _ => EndedRun.Ranked((hash >> 4 & 1023) / 1024.0),
        };
    }

    private sealed class Ended : IEndedRuns
    {
        private readonly Dictionary<int, EndedRun> _runs = [];

        public void Add(int run, EndedRun how)
        {
            _runs.Add(run, how);
        }

        public EndedRun? Find(int run)
        {
            return _runs.TryGetValue(run, out EndedRun ended) ? ended : null;
        }
    }
}
