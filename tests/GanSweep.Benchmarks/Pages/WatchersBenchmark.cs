using GanSweep.Benchmarks.Cluster;
using Spectre.Console;

namespace GanSweep.Benchmarks.Pages;

/// <summary>
/// What it costs training that fifty look at its page: the second half of the same runs on one silo, with them and without, by turns. What training itself
/// takes of the processor differs from time to time by more than pages take, so what else the silo does is told apart by its threads.
/// </summary>
internal sealed class WatchersBenchmark : IBenchmark
{
    private const int Rounds = 4;
    private const int Replicates = 72;
    private const int Epochs = 300;
    private const int Watchers = 50;
    private const double MostOverhead = 1.03;

    public string Name => "watchers";

    public string Description => $"{2 * Replicates} runs of {Epochs} epochs on one silo: with {Watchers} who look at the sweep's page against none; target: at most {MostOverhead} of the processor's time";

    public async Task<bool> RunAsync(IAnsiConsole console)
    {
        List<double> ratios = [];
        List<double> shares = [];
        for (int round = 1; round <= Rounds; round++)
        {
            // Who goes first changes, so that a machine that gets busier or idler meets both alike.
            bool first = round % 2 == 0;
            Dictionary<bool, ShortRunsTime> times = [];
            foreach (bool watched in (bool[])[first, !first])
            {
                times[watched] = await ShortRuns.MeasureAsync(twoSilos: false, replicates: Replicates, epochs: Epochs, watchers: watched ? Watchers : 0, from: Replicates + 1);
            }

            (ShortRunsTime with, ShortRunsTime without) = (times[true], times[false]);
            ratios.Add(with.ProcessorSeconds / without.ProcessorSeconds);
            console.WriteLine(
                $"round {round}: with {with.Seconds:F2} s, without {without.Seconds:F2} s; of the silo's processor {with.ProcessorSeconds:F2} s and {without.ProcessorSeconds:F2} s, ratio {ratios[^1]:F3}; "
                + $"beside training {OtherSeconds(with):F2} s and {OtherSeconds(without):F2} s");
            shares.Add(1 + ((OtherSeconds(with) - OtherSeconds(without)) / without.ProcessorSeconds));
        }

        console.WriteLine(
            $"with {Watchers} watchers they take {Median.Of(ratios):F3} of the processor's time; by what is not training, {Median.Of(shares):F3} (at most {MostOverhead})");
        return Median.Of(shares) <= MostOverhead;
    }

    private static double OtherSeconds(ShortRunsTime time)
    {
        return time.ProcessorSeconds - time.TrainingSeconds;
    }
}
