using System.Collections;
using GanSweep.Contracts.Metrics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace GanSweep.Silo.Metrics;

/// <summary>Sends the metrics of GanSweep and of Orleans to a collector, if the environment names one as OpenTelemetry has it.</summary>
internal static class OtlpExport
{
    private const string ServiceName = "gansweep-silo";
    private const string Prefix = "OTEL_";

    private static readonly string[] Endpoints = ["OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT"];

    public static IHostBuilder UseOtlpExport(this IHostBuilder host, string siloName)
    {
        return Endpoints.Any(name => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(name))) ? host.Export(siloName) : host;
    }

    private static IHostBuilder Export(this IHostBuilder host, string siloName)
    {
        // The exporter reads OpenTelemetry's variables from the host's configuration, which is empty otherwise.
        host.ConfigureAppConfiguration(configuration => configuration.AddInMemoryCollection(
            from variable in Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            let name = (string)variable.Key
            where name.StartsWith(Prefix, StringComparison.Ordinal)
            select KeyValuePair.Create(name, (string?)variable.Value)));
        return host.ConfigureServices(services => services
            .AddOpenTelemetry()
            .ConfigureResource(resource => resource
                .AddService(ServiceName, serviceInstanceId: siloName)
                // OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES have the last word.
                .AddEnvironmentVariableDetector())
            .WithMetrics(metrics => metrics
                .AddMeter(GanSweepMeter.Name, "Microsoft.Orleans")
                .AddOtlpExporter()));
    }
}
