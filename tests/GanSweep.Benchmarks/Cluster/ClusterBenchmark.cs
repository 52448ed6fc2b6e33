using Spectre.Console;

namespace GanSweep.Benchmarks.Cluster;

/// <summary>What it costs that silos are apart: 2,000 one-epoch runs on two silos of one slot each, against one silo with two slots.</summary>
internal sealed class ClusterBenchmark : IBenchmark
{
    private const int Rounds = 3;
    private const double MostOverhead = 1.15;

    public string Name => "cluster";

    public string Description => "2,000 one-epoch runs: two silos of one slot against one silo of two (needs redis-server)";

    public async Task<bool> RunAsync(IAnsiConsole console)
    {
        List<double> together = [];
        List<double> apart = [];
        Table table = new Table().AddColumns("round", "one silo, s", "two silos, s", "ratio");
        for (int round = 1; round <= Rounds; round++)
        {
            together.Add((await ShortRuns.MeasureAsync(twoSilos: false)).Seconds);
            apart.Add((await ShortRuns.MeasureAsync(twoSilos: true)).Seconds);
            table.AddRow($"{round}", $"{together[^1]:F1}", $"{apart[^1]:F1}", $"{apart[^1] / together[^1]:F2}");
        }

        double ratio = Median.Of(apart) / Median.Of(together);
        console.Write(table);
        console.WriteLine($"two silos take {ratio:F2} of the time of one (at most {MostOverhead})");
        return ratio <= MostOverhead;
    }
}
