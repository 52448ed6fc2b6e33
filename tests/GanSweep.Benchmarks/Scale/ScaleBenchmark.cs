using GanSweep.Benchmarks.Programs;
using GanSweep.Contracts.Datasets;
using GanSweep.Contracts.Silos;
using GanSweep.Contracts.Sweeps;
using GanSweep.Networks;
using GanSweep.Silo;
using GanSweep.Silo.Settings;
using GanSweep.Sweeps.Definitions;
using GanSweep.Sweeps.Keys;
using GanSweep.Tables;
using GanSweep.Tables.Formats;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Spectre.Console;

namespace GanSweep.Benchmarks.Scale;

/// <summary>2,000 tiny runs through a silo, its grains, its trainer and its store in this process: what grows, and what does not.</summary>
internal sealed class ScaleBenchmark : IBenchmark
{
    private const int Runs = 2000;
    private const long LargestStore = 50 << 20;

    // Flat: no more at the end than half as much again as after the first tenth, when everything is loaded and warm.
    private const double LargestGrowth = 1.5;

    private const string Sweep = """
        {
          "name": "scale", "dataset": "eu-stock-losses.csv", "replicates": 1000, "evaluationRows": 2000,
          "config": { "epochs": 3, "generatorLayers": [8], "discriminatorLayers": [8], "batchSize": 128 },
          "space": { "latentDim": [2, 4] }
        }
        """;

    public string Name => "scale";

    public string Description => "2,000 tiny runs: memory and the store's file while they complete";

    public async Task<bool> RunAsync(IAnsiConsole console)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("gansweep-");
        try
        {
            using IHost host = await GanSweepHost.StartAsync(
                SiloOptions.Embedded(folder.FullName, SiloRoles.Both), _ => { }, CancellationToken.None);
            ISweepGrain sweep = await SubmitAsync(host.Services.GetRequiredService<IGrainFactory>());
            Spectre.Console.Table table = new Spectre.Console.Table().AddColumns("runs", "resident MB", "managed MB", "store MB", "runs/s");
            long start = TimeProvider.System.GetTimestamp();
            List<long> resident = [];
            for (int mark = Runs / 10; mark <= Runs; mark += Runs / 10)
            {
                while ((await sweep.GetSummaryAsync()).Counts.Completed < mark)
                {
                    await Task.Delay(TimeSpan.FromMilliseconds(20));
                }

                resident.Add(Environment.WorkingSet);
                double seconds = TimeProvider.System.GetElapsedTime(start).TotalSeconds;
                table.AddRow(
                    $"{mark}", $"{resident[^1] >> 20}", $"{GC.GetTotalMemory(forceFullCollection: false) >> 20}", $"{Length(folder) >> 20}", $"{mark / seconds:F0}");
            }

            await host.StopAsync();
            long store = Length(folder);
            double growth = (double)resident[^1] / resident[0];
            console.Write(table);
            console.WriteLine($"resident at the end {growth:F2} of that after a tenth (at most {LargestGrowth}); store {store >> 20} MB (at most {LargestStore >> 20})");
            return growth <= LargestGrowth && store <= LargestStore;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<ISweepGrain> SubmitAsync(IGrainFactory grains)
    {
        byte[] content = await File.ReadAllBytesAsync(Checkout.Table);
        string hash = DatasetHash.Of(TableReader.Parse(content, "table"));
        IDatasetGrain dataset = grains.GetGrain<IDatasetGrain>(hash);
        await dataset.AppendAsync(0, content);
        await dataset.CommitAsync();
        ISweepGrain sweep = grains.GetGrain<ISweepGrain>(SweepId.Compute(SweepDefinition.Parse(Sweep, Models.Catalog), hash, EngineVersion.Current));
        await sweep.SubmitAsync(new SweepSubmission(Sweep, hash));
        return sweep;
    }

    private static long Length(DirectoryInfo folder)
    {
        return folder.EnumerateFiles().Sum(file => file.Length);
    }
}
