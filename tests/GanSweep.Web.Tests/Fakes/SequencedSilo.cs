namespace GanSweep.Web.Tests.Fakes;

/// <summary>A coordinator that has trained a sweep of rows that follow each other.</summary>
public sealed class SequencedSilo : IAsyncLifetime
{
    internal ApiSilo Silo { get; private set; } = null!;

    internal string Id { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        Silo = await ApiSilo.StartAsync();
        Id = await Silo.TrainAsync("""{ "name": "paths", "dataset": "losses.csv", "sequence": { "by": "row", "window": 5 }, "config": { "steps": 30 } }""");
    }

    public ValueTask DisposeAsync()
    {
        return Silo.DisposeAsync();
    }
}
