using System.Collections.Immutable;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Silos;
using GanSweep.Contracts.Sweeps;

namespace GanSweep.Grains.Tests.Sweeps;

public sealed class DispatcherGrainTests
{
    [Fact]
    public async Task Lease_TwoSweeps_SharesTheSlots()
    {
        await using SmallCluster cluster = await SmallCluster.StartAsync(slots: 0);
        ISweepGrain first = await cluster.SubmitAsync("1, 2, 3, 4");
        ISweepGrain second = await cluster.SubmitAsync("11, 12, 14, 15");
        await SmallCluster.PreparedAsync(first);
        await SmallCluster.PreparedAsync(second);

        ImmutableArray<Lease> leases = await cluster.SiloGrains.GetGrain<IDispatcherGrain>(0).LeaseAsync(new LeaseRequest("a", 4, null, 4, []));

        Assert.Equal([2, 2], leases.GroupBy(lease => lease.SweepId).Select(sweep => sweep.Count()));
    }

    [Fact]
    public async Task Lease_ManyTrainersAtOnce_GrantsEveryRunOnceAndSharesTheSweeps()
    {
        const int Trainers = 12;
        const int Slots = 4;
        await using SmallCluster cluster = await SmallCluster.StartAsync(slots: 0);
        ISweepGrain first = await cluster.SubmitAsync(string.Join(", ", Enumerable.Range(1, Trainers * Slots)));
        ISweepGrain second = await cluster.SubmitAsync(string.Join(", ", Enumerable.Range(101, Trainers * Slots)));
        await SmallCluster.PreparedAsync(first);
        await SmallCluster.PreparedAsync(second);
        IDispatcherGrain dispatcher = cluster.SiloGrains.GetGrain<IDispatcherGrain>(0);

        ImmutableArray<Lease>[] leases = await Task.WhenAll(
            Enumerable.Range(1, Trainers).Select(trainer => dispatcher.LeaseAsync(new LeaseRequest($"trainer {trainer}", Slots, null, Slots, []))));

        Assert.All(leases, granted => Assert.Equal(Slots, granted.Length));
        Assert.Equal(Trainers * Slots, leases.SelectMany(granted => granted).DistinctBy(lease => (lease.SweepId, lease.Run)).Count());
        int ofFirst = leases.SelectMany(granted => granted).Count(lease => lease.SweepId == first.GetPrimaryKeyString());
        Assert.InRange(ofFirst, (Trainers * Slots / 2) - Trainers, (Trainers * Slots / 2) + Trainers);
    }

    [Fact]
    public async Task Lease_TrainerOfOneSweep_GetsThatSweepOnly()
    {
        await using SmallCluster cluster = await SmallCluster.StartAsync(slots: 0);
        ISweepGrain first = await cluster.SubmitAsync("1, 2");
        ISweepGrain second = await cluster.SubmitAsync("11, 12");
        await SmallCluster.PreparedAsync(first);
        await SmallCluster.PreparedAsync(second);

        ImmutableArray<Lease> leases = await cluster.SiloGrains.GetGrain<IDispatcherGrain>(0)
            .LeaseAsync(new LeaseRequest("a", 9, second.GetPrimaryKeyString(), 9, []));

        Assert.Equal([second.GetPrimaryKeyString(), second.GetPrimaryKeyString()], leases.Select(lease => lease.SweepId));
    }

    [Fact]
    public async Task GetSilos_WhileTraining_TellsWhatTheSlotsAreAt()
    {
        await using SmallCluster cluster = await SmallCluster.StartAsync();
        cluster.Trainer.Gate.Reset();
        ISweepGrain sweep = await cluster.SubmitAsync("1, 2, 3");
        await SmallCluster.UntilAsync(sweep, progress => progress.Summary.Counts.Running == 2);
        IDispatcherGrain dispatcher = cluster.Grains.GetGrain<IDispatcherGrain>(0);
        SiloSummary silo;
        do
        {
            silo = Assert.Single(await dispatcher.GetSilosAsync());
        }
        while (silo.Training.Length < 2);

        Assert.Equal((SiloState.Active, 2), (silo.State, silo.Slots));
        Assert.Equal([(1, 1, 3), (2, 1, 3)], silo.Training.Select(slot => (slot.Run, slot.Attempt, slot.Epochs)).Order());
        Assert.Equal(silo.Address, (await sweep.GetRunAsync(1)).Row.Trainer);
    }
}
