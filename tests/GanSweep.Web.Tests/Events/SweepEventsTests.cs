using GanSweep.Contracts.Silos;
using GanSweep.Web.Tests.Fakes;

namespace GanSweep.Web.Tests.Events;

public sealed class SweepEventsTests
{
    private const string Long = """{ "name": "long", "dataset": "losses.csv", "config": { "epochs": 100000, "patience": 0 } }""";

    [Fact]
    public async Task Watch_ComingBack_IsToldEachEpochOnce()
    {
        await using ApiSilo silo = await ApiSilo.StartAsync();
        string id = await silo.SubmitAsync(Long);
        List<int> epochs = [];
        string? last = null;
        for (int visit = 0; visit < 3; visit++)
        {
            await using EventReader events = await EventReader.OpenAsync(silo, $"sweeps/{id}/events", last);
            await events.ReadUntilAsync(all => all.Count(told => told.Kind == "losses") == 2);
            epochs.AddRange(EpochsOf(events.All));
            last = events.All[^1].Id;
        }

        Assert.Equal(Enumerable.Range(1, epochs.Count), epochs);
    }

    [Fact]
    public async Task Watch_CoordinatorRestarted_GoesOnWithoutLossOrRepetition()
    {
        await using ApiSilo silo = await ApiSilo.StartAsync();
        string id = await silo.SubmitAsync(Long);
        List<int> epochs = [];
        string last;
        await using (EventReader events = await EventReader.OpenAsync(silo, $"sweeps/{id}/events"))
        {
            await events.ReadUntilAsync(all => EpochsOf(all).Count >= 3);

            // Watchers do not keep it from stopping, and their answers end.
            Task stopping = silo.StopAsync();
            while (await events.ReadAsync())
            {
                // To the end.
            }

            await stopping;
            epochs.AddRange(EpochsOf(events.All));
            last = events.All[^1].Id;
        }

        await silo.StartAgainAsync();
        await using EventReader again = await EventReader.OpenAsync(silo, $"sweeps/{id}/events", last);
        await again.ReadUntilAsync(all => EpochsOf(all).Count >= 3 && all.Exists(told => told.Kind == "progress"));
        epochs.AddRange(EpochsOf(again.All));

        Assert.Equal(epochs.Distinct(), epochs);
        Assert.Equal(epochs.Order(), epochs);
    }

    [Fact]
    public async Task Watch_ComingBack_IsNotToldTheSameAgain()
    {
        await using ApiSilo silo = await ApiSilo.StartAsync(SiloRoles.Coordinator);
        string id = await silo.SubmitAsync(Long);
        await silo.PostAsync($"sweeps/{id}/cancel");
        EventReader.ToldEvent last;
        await using (EventReader events = await EventReader.OpenAsync(silo, $"sweeps/{id}/events"))
        {
            await events.ReadUntilAsync(all => all[^1].Kind == "progress");
            last = events.All[^1];
        }

        await using EventReader back = await EventReader.OpenAsync(silo, $"sweeps/{id}/events", last.Id);
        await silo.PostAsync($"sweeps/{id}/resume");
        await back.ReadUntilAsync(all => (string)all[^1].Data["summary"]!["state"]! == "running");

        Assert.All(back.All, told => Assert.NotEqual(last.Id, told.Id));
        Assert.All(back.All, told => Assert.NotEqual(last.Data.ToJsonString(), told.Data.ToJsonString()));
    }

    [Fact]
    public async Task WatchAll_NewSweep_IsToldAfterTheList()
    {
        await using ApiSilo silo = await ApiSilo.StartAsync(SiloRoles.Coordinator);
        await using EventReader events = await EventReader.OpenAsync(silo, "events");
        await events.ReadUntilAsync(all => all.Count == 1);
        string id = await silo.SubmitAsync(Long);
        await events.ReadUntilAsync(all => all.Count == 2);

        Assert.Equal(["sweeps", "sweep"], events.All.Select(told => told.Kind));
        Assert.Empty(events.All[0].Data["sweeps"]!.AsArray());
        Assert.Equal(id, (string)events.All[1].Data["sweep"]!);
    }

    private static List<int> EpochsOf(IEnumerable<EventReader.ToldEvent> events)
    {
        return [.. events.Where(told => told.Kind == "losses").SelectMany(told => told.Data["losses"]!["epoch"]!.AsArray()).Select(epoch => (int)epoch!)];
    }
}
