using Spectre.Console;

namespace GanSweep.Benchmarks.Programs;

/// <summary>The sweep in the root of the repository from start to end, as whole processes, by either engine.</summary>
internal sealed class EnginesBenchmark : IBenchmark
{
    private const double Target = 5;

    public string Name => "engines";

    public string Description => $"`gansweep run sweep.json` by the torch engine against the fused one; target: at least {Target} times as fast";

    public async Task<bool> RunAsync(IAnsiConsole console)
    {
        string sweep = await File.ReadAllTextAsync(Path.Combine(Checkout.Root, "sweep.json"));
        Measured fused = await RunAsync(sweep);
        Measured torch = await RunAsync(sweep.Replace("\"config\": {", "\"config\": { \"engine\": \"torch\",", StringComparison.Ordinal));
        double ratio = torch.Seconds / fused.Seconds;
        console.Write(new Table()
            .AddColumns("engine", "seconds", "peak MB")
            .AddRow("torch", $"{torch.Seconds:F1}", $"{torch.PeakMegabytes}")
            .AddRow("fused", $"{fused.Seconds:F1}", $"{fused.PeakMegabytes}")
            .AddRow("times as fast", $"{ratio:F1}", string.Empty));
        return ratio >= Target;
    }

    private static async Task<Measured> RunAsync(string sweep)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("gansweep-");
        try
        {
            folder.CreateSubdirectory("data");
            File.Copy(Checkout.Table, Path.Combine(folder.FullName, "data", "eu-stock-losses.csv"));
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "sweep.json"), sweep);
            return await Measured.RunAsync(folder.FullName, "run", "sweep.json");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
