using System.Collections.Immutable;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Silos;
using GanSweep.Contracts.Sweeps;
using GanSweep.Networks;

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
    public async Task GetSilos_TrainerToldWhatWentWrongThere_HasItAmongTheErrors()
    {
        await using SmallCluster cluster = await SmallCluster.StartAsync(slots: 0);
        SiloError error = new(DateTimeOffset.UnixEpoch, "It could not start this attempt, whose lease will run out: The disk is full.") { SweepId = "a-1", Run = 3, Attempt = 2 };
        await cluster.SiloGrains.GetGrain<IDispatcherGrain>(0).LeaseAsync(new LeaseRequest("10.0.0.7:11111@5", 0, null, 2, []) { Errors = [error] });

        SiloSummary silo = Assert.Single(await cluster.Grains.GetGrain<IDispatcherGrain>(0).GetSilosAsync());

        Assert.Equal([error with { Silo = "10.0.0.7:11111@5" }], silo.Errors);
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

    [Fact]
    public async Task GetSilos_OfACoordinator_TellsItsVersionsItsStoreAndThatItIsWell()
    {
        await using SmallCluster cluster = await SmallCluster.StartAsync();
        ISweepGrain sweep = await cluster.SubmitAsync("1, 2, 3");
        await SmallCluster.UntilEndedAsync(sweep);

        SiloSummary silo = Assert.Single(await cluster.Grains.GetGrain<IDispatcherGrain>(0).GetSilosAsync());

        Assert.Equal((SmallCluster.Version, EngineVersion.Current), (silo.Version, silo.Engine));
        Assert.Empty(silo.Complaints);
        Assert.Empty(silo.Errors);
        Assert.Equal([1L, 3, 3, 1], silo.Store!.Kept.Where(amount => amount.Kind is "sweeps" or "runs" or "results" or "tables").Select(amount => amount.Count));
    }

    [Fact]
    public async Task GetSilos_AfterAttemptsThatFailed_TellsWhichWhereAndWhy()
    {
        await using SmallCluster cluster = await SmallCluster.StartAsync();
        ISweepGrain sweep = await cluster.SubmitAsync("13, 2", more: ", \"maxAttempts\": 2");
        await SmallCluster.UntilEndedAsync(sweep);

        SiloSummary silo = Assert.Single(await cluster.Grains.GetGrain<IDispatcherGrain>(0).GetSilosAsync());

        Assert.Equal([2, 1], silo.Errors.Select(error => error.Attempt!.Value));
        Assert.All(silo.Errors, error => Assert.Equal((silo.Address, sweep.GetPrimaryKeyString(), 1), (error.Silo!, error.SweepId!, error.Run!.Value)));
        Assert.All(silo.Errors, error => Assert.Contains("The thirteenth dimension is closed.", error.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task GetSilos_CoordinatorAlone_KnowsOfATrainerWhatItSays()
    {
        await using SmallCluster cluster = await SmallCluster.StartAsync(slots: 0);
        IDispatcherGrain dispatcher = cluster.SiloGrains.GetGrain<IDispatcherGrain>(0);
        string address = Assert.Single(await dispatcher.GetSilosAsync()).Address;
        await dispatcher.LeaseAsync(new LeaseRequest(address, 0, null, 4, []) { Version = "0.0.1", Engine = "1" });

        // Of itself it knows better.
        SiloSummary silo = Assert.Single(await dispatcher.GetSilosAsync());
        Assert.Equal((4, SmallCluster.Version, EngineVersion.Current), (silo.Slots, silo.Version, silo.Engine));
    }
}
