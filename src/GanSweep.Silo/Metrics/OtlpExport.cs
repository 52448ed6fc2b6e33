using System.Collections;
using GanSweep.Contracts.Metrics;
using GanSweep.Silo.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace GanSweep.Silo.Metrics;

/// <summary>Sends the metrics of GanSweep and of Orleans to a collector, if the environment names one in OpenTelemetry's way.</summary>
internal static class OtlpExport
{
    private const string ServiceName = "gansweep-silo";
    private const string Prefix = "OTEL_";
    private const string Common = "OTEL_EXPORTER_OTLP_";
    private const string OfMetrics = "OTEL_EXPORTER_OTLP_METRICS_";

    /// <summary>Adds the export, if a collector is named.</summary>
    /// <exception cref="SiloOptionsException">It is named, but not by an address.</exception>
    public static IHostBuilder UseOtlpExport(this IHostBuilder host, string siloName)
    {
        Uri? common = Endpoint($"{Common}ENDPOINT");
        Uri? ofMetrics = Endpoint($"{OfMetrics}ENDPOINT");
        return common is null && ofMetrics is null ? host : host.Export(siloName, ofMetrics);
    }

    private static Uri? Endpoint(string variable)
    {
        string? text = Environment.GetEnvironmentVariable(variable);
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        return Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https"
            ? address
            : throw new SiloOptionsException([$"{variable} is '{text}'; it is the address of a collector, such as http://localhost:4317."]);
    }

    private static IHostBuilder Export(this IHostBuilder host, string siloName, Uri? endpointOfMetrics)
    {
        // The exporter reads the host's configuration, which does not include the environment.
        host.ConfigureAppConfiguration(configuration => configuration.AddInMemoryCollection(Variables()));
        return host.ConfigureServices(services => services
            .AddOpenTelemetry()
            .ConfigureResource(resource => resource
                .AddService(ServiceName, serviceVersion: ProductVersion.Current, serviceInstanceId: siloName)
                // OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES have the last word.
                .AddEnvironmentVariableDetector())
            .WithMetrics(metrics => metrics
                .AddMeter(GanSweepMeter.Name, "Microsoft.Orleans")
                .AddOtlpExporter(exporter =>
                {
                    // Its own address is taken as it is; to the address of all signals the exporter appends the path of metrics.
                    if (endpointOfMetrics is not null)
                    {
                        exporter.Endpoint = endpointOfMetrics;
                    }
                })));
    }

    // The exporter reads the variables of all signals only. Nothing but metrics is sent, so their own variables override those.
    private static Dictionary<string, string?> Variables()
    {
        Dictionary<string, string?> variables = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .Select(variable => KeyValuePair.Create((string)variable.Key, (string?)variable.Value))
            .Where(variable => variable.Key.StartsWith(Prefix, StringComparison.Ordinal))
            .ToDictionary();
        foreach ((string name, string? value) in variables.Where(variable => variable.Key.StartsWith(OfMetrics, StringComparison.Ordinal)).ToList())
        {
            variables[Common + name[OfMetrics.Length..]] = value;
        }

        return variables;
    }
}
