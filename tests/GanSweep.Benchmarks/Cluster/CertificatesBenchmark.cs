using Spectre.Console;

namespace GanSweep.Benchmarks.Cluster;

/// <summary>What it costs that silos and clients speak TLS: the same short runs on two silos, without certificates and with them, by turns.</summary>
internal sealed class CertificatesBenchmark : IBenchmark
{
    private const int Rounds = 5;
    private const double MostOverhead = 1.03;

    public string Name => "tls";

    public string Description => "2,000 one-epoch runs on two silos: with certificates against without (needs redis-server)";

    public async Task<bool> RunAsync(IAnsiConsole console)
    {
        List<double> plain = [];
        List<double> certified = [];
        Table table = new Table().AddColumns("round", "without, s", "with, s", "ratio");
        for (int round = 1; round <= Rounds; round++)
        {
            // Who goes first changes, so that a machine that gets busier or idler meets both alike.
            bool first = round % 2 == 0;
            foreach (bool isCertified in (bool[])[first, !first])
            {
                (isCertified ? certified : plain).Add(await ShortRuns.MeasureAsync(twoSilos: true, isCertified));
            }

            table.AddRow($"{round}", $"{plain[^1]:F2}", $"{certified[^1]:F2}", $"{certified[^1] / plain[^1]:F3}");
        }

        double ratio = Median.Of(certified) / Median.Of(plain);
        console.Write(table);
        console.WriteLine($"with certificates they take {ratio:F3} of the time without (at most {MostOverhead})");
        return ratio <= MostOverhead;
    }
}
