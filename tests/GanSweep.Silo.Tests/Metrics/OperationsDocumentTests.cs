using System.Diagnostics.Metrics;
using System.Text.RegularExpressions;
using GanSweep.Contracts.Metrics;
using GanSweep.Contracts.Silos;
using GanSweep.Grains.Metrics;
using GanSweep.Grains.Sweeps;
using GanSweep.Silo.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;

namespace GanSweep.Silo.Tests.Metrics;

/// <summary>docs/operations.md is where the metrics are documented: it lists those that there are.</summary>
public sealed partial class OperationsDocumentTests
{
    [Fact]
    public async Task MetricTable_NamesKindsUnitsAndDescriptions_AreThoseOfTheInstruments()
    {
        await using WebSilo silo = await WebSilo.StartAsync(SiloRoles.Both);
        silo.Host.Services.GetRequiredService<SweepMetrics>();
        IMeterFactory meters = silo.Host.Services.GetRequiredService<IMeterFactory>();
        List<string> instruments = [];
        using MeterListener listener = new();
        listener.InstrumentPublished = (instrument, _) =>
        {
            if (instrument.Meter.Name == GanSweepMeter.Name && ReferenceEquals(instrument.Meter.Scope, meters))
            {
                instruments.Add($"{instrument.Name} | {KindOf(instrument)} | {instrument.Unit} | {instrument.Description}");
            }
        };
        listener.Start();

        Assert.Equal(instruments.Order(StringComparer.Ordinal), Documented().Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Documented()
    {
        string document = File.ReadAllText(Path.Combine(Root(), "docs", "operations.md"));
        return RowPattern.Matches(document).Select(row =>
            $"{row.Groups["name"].Value} | {row.Groups["kind"].Value} | {row.Groups["unit"].Value} | {row.Groups["description"].Value}");
    }

    private static string KindOf(Instrument instrument)
    {
        string type = instrument.GetType().Name;
        return type.Contains("UpDownCounter", StringComparison.Ordinal) ? "up-down counter"
            : type.Contains("Counter", StringComparison.Ordinal) ? "counter"
            : type.Contains("Histogram", StringComparison.Ordinal) ? "histogram"
            : type;
    }

    private static string Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "GanSweep.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException($"No GanSweep.sln above {AppContext.BaseDirectory}.");
    }

    [GeneratedRegex(
        @"^\| `(?<name>gansweep\.[a-z.]+)` \| (?<kind>[a-z -]+) \| `(?<unit>[^`]+)` \|[^|]*\|[^|]*\| (?<description>[^|]+?) \|$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex RowPattern { get; }
}
