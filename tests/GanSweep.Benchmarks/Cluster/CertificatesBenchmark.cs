using Spectre.Console;

namespace GanSweep.Benchmarks.Cluster;

/// <summary>What it costs that silos and clients speak TLS: the same short runs on two silos, without certificates and with them, by turns.</summary>
internal sealed class CertificatesBenchmark : IBenchmark
{
    private const int Rounds = 5;
    private const int Replicates = 100;
    private const double MostOverhead = 1.03;

    public string Name => "tls";

    public string Description => "200 one-epoch runs on two silos: with certificates against without (needs redis-server)";

    public async Task<bool> RunAsync(IAnsiConsole console)
    {
        List<ShortRunsTime> plain = [];
        List<ShortRunsTime> certified = [];
        for (int round = 1; round <= Rounds; round++)
        {
            // Who goes first changes, so that a machine that gets busier or idler meets both alike.
            bool first = round % 2 == 0;
            foreach (bool isCertified in (bool[])[first, !first])
            {
                (isCertified ? certified : plain).Add(await ShortRuns.MeasureAsync(twoSilos: true, isCertified, Replicates));
            }

            (ShortRunsTime without, ShortRunsTime with) = (plain[^1], certified[^1]);
            console.WriteLine(
                $"round {round}: with {with.Seconds:F2} s, without {without.Seconds:F2} s; of a processor {with.ProcessorSeconds:F2} s and {without.ProcessorSeconds:F2} s, "
                + $"ratio {with.ProcessorSeconds / without.ProcessorSeconds:F3}");
        }

        double clock = Ratio(plain, certified, time => time.Seconds);
        double processor = Ratio(plain, certified, time => time.ProcessorSeconds);
        console.WriteLine($"with certificates they take {clock:F3} of the time without, and {processor:F3} of the processor's time (at most {MostOverhead})");
        return processor <= MostOverhead;
    }

    private static double Ratio(List<ShortRunsTime> plain, List<ShortRunsTime> certified, Func<ShortRunsTime, double> time)
    {
        return Median.Of([.. certified.Select(time)]) / Median.Of([.. plain.Select(time)]);
    }
}
