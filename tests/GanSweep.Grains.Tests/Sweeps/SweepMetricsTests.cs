using System.Diagnostics.Metrics;
using GanSweep.Contracts.Metrics;
using GanSweep.Contracts.Reports;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Sweeps;
using GanSweep.Grains.Trainers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;

namespace GanSweep.Grains.Tests.Sweeps;

public sealed class SweepMetricsTests
{
    [Fact]
    public async Task RunCount_WhileASweepIsOpen_TellsItsRunsByStateAndNothingOnceItHasEnded()
    {
        await using SmallCluster cluster = await SmallCluster.StartAsync(slots: 1);
        MetricCollector<int> runs = Collector<int>(cluster, "gansweep.run.count");
        cluster.Trainer.Gate.Reset();
        ISweepGrain sweep = await cluster.SubmitAsync("1, 2, 3");
        await UntilAsync(() => Observed(runs).Any(run => Equals(run.Tags["gansweep.run.state"], "running") && run.Value == 1));

        Assert.Equal(
            [("completed", 0), ("failed", 0), ("pending", 2), ("running", 1)],
            Observed(runs).Select(run => ((string)run.Tags["gansweep.run.state"]!, run.Value)).Order());
        Assert.All(Observed(runs), run => Assert.Equal(SmallCluster.IdOf(SmallCluster.Json("1, 2, 3")), run.Tags["gansweep.sweep.id"]));

        cluster.Trainer.Gate.Set();
        await SmallCluster.UntilEndedAsync(sweep);

        await UntilAsync(() => Observed(runs).Count == 0);
    }

    [Fact]
    public async Task RunCount_AfterARestart_IsToldAgain()
    {
        SmallCluster before = await SmallCluster.StartAsync(slots: 1);
        before.Trainer.Gate.Reset();
        ISweepGrain sweep = await before.SubmitAsync("1, 2, 3");
        await SmallCluster.UntilAsync(sweep, progress => progress.Summary.Counts.Running == 1);

        await using SmallCluster after = await before.RestartAsync(slots: 0);
        MetricCollector<int> runs = Collector<int>(after, "gansweep.run.count");
        await after.Grains.GetGrain<IDispatcherGrain>(0).ListAsync();

        Assert.Equal(3, Observed(runs).Sum(run => run.Value));
    }

    [Fact]
    public async Task Counters_OfASweepWithAFailure_AddUp()
    {
        await using SmallCluster cluster = await SmallCluster.StartAsync(slots: 1);
        MetricCollector<long> granted = Collector<long>(cluster, "gansweep.leases.granted");
        MetricCollector<long> reports = Collector<long>(cluster, "gansweep.reports");
        MetricCollector<long> epochs = Collector<long>(cluster, "gansweep.epochs");

        await SmallCluster.UntilEndedAsync(await cluster.SubmitAsync("1, 2, 13", """, "maxAttempts": 2""", epochs: 5));

        Assert.Equal(4, granted.GetMeasurementSnapshot().Sum(lease => lease.Value));
        Assert.Equal(10, epochs.GetMeasurementSnapshot().Sum(epoch => epoch.Value));
        await UntilAsync(() => Reports(reports, "completed", "accepted") == 2 && Reports(reports, "failed", "accepted") == 2);
    }

    [Fact]
    public async Task Reports_UnderAnAttemptThatIsNotTheLast_AreCountedAsRejectedAndTheLeaseAsExpired()
    {
        await using SmallCluster cluster = await SmallCluster.StartAsync(slots: 0, leaseSeconds: 0.1);
        MetricCollector<long> reports = Collector<long>(cluster, "gansweep.reports");
        MetricCollector<long> expired = Collector<long>(cluster, "gansweep.leases.expired");
        ISweepGrain sweep = await cluster.SubmitAsync("1");
        Lease lease = await LeaseAsync(sweep, "a");
        await LeaseAsync(sweep, "b");

        await sweep.ReportAsync("a", [new FailedReport(lease.Run, lease.Attempt, 1, "late", Final: false)]);

        Assert.Equal(1, Reports(reports, "failed", "rejected"));
        Assert.Equal(1, expired.GetMeasurementSnapshot().Sum(run => run.Value));
    }

    [Fact]
    public async Task Slots_AllAndBusy_AreTold()
    {
        await using SmallCluster cluster = await SmallCluster.StartAsync(slots: 2);
        MetricCollector<int> all = Collector<int>(cluster, "gansweep.slot.limit");
        MetricCollector<int> busy = Collector<int>(cluster, "gansweep.slot.usage");
        Assert.Equal((2, 0), (Observed(all).Single().Value, Observed(busy).Single().Value));
        cluster.Trainer.Gate.Reset();

        ISweepGrain sweep = await cluster.SubmitAsync("1");
        await UntilAsync(() => Observed(busy).Single().Value == 1);

        cluster.Trainer.Gate.Set();
        await SmallCluster.UntilEndedAsync(sweep);
        await UntilAsync(() => Observed(busy).Single().Value == 0);
    }

    [Fact]
    public async Task TrainerHost_CoordinatorAnswers_KnowsSinceWhenAndThatItsLoopsGoRound()
    {
        await using SmallCluster cluster = await SmallCluster.StartAsync(slots: 1);
        TrainerHost trainer = cluster.SiloServices.GetRequiredService<TrainerHost>();

        await UntilAsync(() => trainer.SinceLastAnswer is not null && trainer.SinceLastRound is not null);

        Assert.InRange(trainer.SinceLastAnswer!.Value, TimeSpan.Zero, TimeSpan.FromSeconds(30));
        Assert.InRange(trainer.SinceLastRound!.Value, TimeSpan.Zero, TimeSpan.FromSeconds(30));
    }

    private static MetricCollector<T> Collector<T>(SmallCluster cluster, string instrument)
        where T : struct
    {
        return new MetricCollector<T>(cluster.SiloServices.GetRequiredService<IMeterFactory>(), GanSweepMeter.Name, instrument);
    }

    private static IReadOnlyList<CollectedMeasurement<int>> Observed(MetricCollector<int> collector)
    {
        collector.Clear();
        collector.RecordObservableInstruments();
        return collector.GetMeasurementSnapshot();
    }

    private static long Reports(MetricCollector<long> reports, string kind, string answer)
    {
        return reports.GetMeasurementSnapshot()
            .Where(report => Equals(report.Tags["gansweep.report.kind"], kind) && Equals(report.Tags["gansweep.report.answer"], answer))
            .Sum(report => report.Value);
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        while (!condition())
        {
            await Task.Delay(10, limit.Token);
        }
    }

    // Granted once the sweep has its yardsticks, and a lease before it has run out.
    private static async Task<Lease> LeaseAsync(ISweepGrain sweep, string trainer)
    {
        while (true)
        {
            if ((await sweep.GrantAsync(trainer, 1)).Leases is [var lease])
            {
                return lease;
            }

            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }
}
