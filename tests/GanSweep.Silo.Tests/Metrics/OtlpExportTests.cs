using GanSweep.Contracts.Silos;
using GanSweep.Grains.Silos;
using GanSweep.Silo.Settings;
using GanSweep.Silo.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;

namespace GanSweep.Silo.Tests.Metrics;

/// <summary>Sets environment variables, so it runs alone.</summary>
[Collection(nameof(OtlpExportTests))]
[CollectionDefinition(nameof(OtlpExportTests), DisableParallelization = true)]
public sealed class OtlpExportTests : IDisposable
{
    public OtlpExportTests()
    {
        Environment.SetEnvironmentVariable("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf");
        Environment.SetEnvironmentVariable("OTEL_METRIC_EXPORT_INTERVAL", "100");
    }

    public void Dispose()
    {
        foreach (string variable in (string[])["PROTOCOL", "ENDPOINT", "METRICS_ENDPOINT"])
        {
            Environment.SetEnvironmentVariable($"OTEL_EXPORTER_OTLP_{variable}", null);
        }

        Environment.SetEnvironmentVariable("OTEL_METRIC_EXPORT_INTERVAL", null);
    }

    [Theory]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "", "/v1/metrics")]
    [InlineData("OTEL_EXPORTER_OTLP_METRICS_ENDPOINT", "/elsewhere", "/elsewhere")]
    public async Task Metrics_OfGanSweepAndOrleans_AreSentToTheCollectorThatTheEnvironmentNames(string variable, string suffix, string path)
    {
        await using Collector collector = new();
        Environment.SetEnvironmentVariable(variable, collector.Address + suffix);
        await using (await WebSilo.StartAsync(SiloRoles.Both))
        {
            using CancellationTokenSource limit = new(TimeSpan.FromSeconds(60));
            while (!collector.Holds("gansweep.slot.limit") || !collector.Holds("orleans-"))
            {
                await Task.Delay(20, limit.Token);
            }
        }

        Assert.All(collector.Posts, post => Assert.Equal(path, post.Path));
        Assert.True(collector.Holds("GanSweep"));
        Assert.True(collector.Holds("Microsoft.Orleans"));
        Assert.True(collector.Holds("gansweep-silo"));
        Assert.True(collector.Holds(ProductVersion.Current));
        Assert.True(collector.Holds(SiloName.Of(SiloRoles.Both)));
    }

    [Fact]
    public async Task Endpoint_ThatIsNoAddress_IsToldWithItsVariable()
    {
        Environment.SetEnvironmentVariable("OTEL_EXPORTER_OTLP_ENDPOINT", "collector:4317");

        SiloOptionsException refused = await Assert.ThrowsAsync<SiloOptionsException>(() => WebSilo.StartAsync());

        Assert.StartsWith("OTEL_EXPORTER_OTLP_ENDPOINT is 'collector:4317'", Assert.Single(refused.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Metrics_NoCollectorIsNamed_AreNotSent()
    {
        await using Collector collector = new();
        await using (WebSilo silo = await WebSilo.StartAsync(SiloRoles.Both))
        {
            Assert.Null(silo.Host.Services.GetService<MeterProvider>());
        }

        Assert.Empty(collector.Posts);
    }
}
