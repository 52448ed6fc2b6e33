using System.Collections;
using GanSweep.Contracts.Metrics;
using GanSweep.Silo.Settings;
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
        // The exporter reads the host's configuration, which knows no environment.
        host.ConfigureAppConfiguration(configuration => configuration.AddInMemoryCollection(Variables()));
        return host.ConfigureServices(services => services
            .AddOpenTelemetry()
            .ConfigureResource(resource => resource
                .AddService(ServiceName, serviceInstanceId: siloName)
                // OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES have the last word.
                .AddEnvironmentVariableDetector())
            .WithMetrics(metrics => metrics
                .AddMeter(GanSweepMeter.Name, "Microsoft.Orleans")
                .AddOtlpExporter(exporter =>
                {
                    // One that is set is taken as it is; else the path of metrics is appended to that of all signals.
                    if (endpointOfMetrics is not null)
                    {
                        exporter.Endpoint = endpointOfMetrics;
                    }
                })));
    }

    // The exporter knows the variables of all signals, not those of one. Nothing but metrics is sent, so theirs take their place.
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
