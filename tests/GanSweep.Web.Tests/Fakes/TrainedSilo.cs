namespace GanSweep.Web.Tests.Fakes;

/// <summary>A coordinator that has trained a sweep of two runs.</summary>
public sealed class TrainedSilo : IAsyncLifetime
{
    internal ApiSilo Silo { get; private set; } = null!;

    internal string Id { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        Silo = await ApiSilo.StartAsync();
        Id = await Silo.TrainAsync();
    }

    public ValueTask DisposeAsync()
    {
        return Silo.DisposeAsync();
    }
}
