using GanSweep.Settings.Models;
using GanSweep.Sweeps.Definitions;
using GanSweep.Sweeps.Scheduling;

namespace GanSweep.Sweeps.Tests.Scheduling.Schedulers;

/// <summary>Slots do not wait for the last run of a cohort: in virtual time, with runs of which some take five times as long as others.</summary>
public sealed class UtilisationTests
{
    [Theory]
    [InlineData(8, 0.97, "")]
    [InlineData(32, 0.9, "")]
    [InlineData(8, 0.9, "\"halving\": { \"shares\": [0.1, 0.3, 1], \"keep\": 0.34 },")]
    [InlineData(32, 0.87, "\"halving\": { \"shares\": [0.1, 0.3, 1], \"keep\": 0.34 },")]
    public void Decide_CohortsOfFourTimesTheSlots_KeepsThemBusy(int slots, double wanted, string rungs)
    {
        SweepDefinition sweep = TestModels.Parse($$"""
            {
              "name": "busy", "dataset": "x.csv", "strategy": { "kind": "tpe", "configurations": {{slots * 40}}, "cohort": {{slots * 4}} }, {{rungs}}
              "space": { "generatorLearningRate": { "min": 0.0003, "max": 0.01, "scale": "log" }, "latentDim": { "min": 1, "max": 64 } }
            }
            """);

        double used = Play(sweep.Scheduler, slots, new Random(7));

        Assert.InRange(used, wanted, 1);
    }

    // The share of the slots' time in which they train.
    private static double Play(IScheduler scheduler, int slots, Random random)
    {
        Ended ended = new();
        PriorityQueue<int, double> running = new();
        (double now, double trained, int next) = (0, 0, 1);
        Dictionary<Configuration, double> done = [];
        while (next <= scheduler.RunCount || running.Count > 0)
        {
            while (running.Count < slots && next <= scheduler.RunCount && scheduler.Decide(next, ended) is Decision.Train run)
            {
                // What goes on has its beginning behind it.
                double takes = (1 + (4 * random.NextDouble())) * (run.Share - done.GetValueOrDefault(run.Configuration));
                done[run.Configuration] = run.Share;
                trained += takes;
                running.Enqueue(next++, now + takes);
            }

            Assert.True(running.TryDequeue(out int first, out now));
            ended.Totals.Add(first, random.NextDouble());
        }

        return trained / (now * slots);
    }

    private sealed class Ended : IEndedRuns
    {
        public Dictionary<int, double> Totals { get; } = [];

        public EndedRun? Find(int run)
        {
            return Totals.TryGetValue(run, out double total) ? EndedRun.Ranked(total) : null;
        }
    }
}
