using GanSweep.Benchmarks.Trainer;
using GanSweep.Search.Domains;
using GanSweep.Search.Parzen;
using GanSweep.Search.Points;
using GanSweep.Search.Proposals;
using Spectre.Console;

namespace GanSweep.Benchmarks.Search;

/// <summary>How good what a search finds is, on functions whose minimum is known, and how long a proposal takes.</summary>
internal sealed class SearchBenchmark : IBenchmark
{
    private const int Seeds = 100;
    private const int Evaluations = 120;
    private const double MostMilliseconds = 10;

    private static readonly int[] After = [30, 60, 120];
    private static readonly SearchMethod[] Methods = [SearchMethod.Random, SearchMethod.Sobol, SearchMethod.OneByOne, SearchMethod.Cohorts, SearchMethod.LaggingCohorts];

    public string Name => "search";

    public string Description =>
        $"the best of known functions after {string.Join(", ", After)} evaluations, median [quartiles] of {Seeds} seeds; target: cohorts with lag no worse than the upper quartile of Optuna without, "
        + $"better than Sobol, and at most {MostMilliseconds} ms a proposal";

    public Task<bool> RunAsync(IAnsiConsole console)
    {
        bool met = true;
        foreach (KnownFunction function in (ReadOnlySpan<KnownFunction>)[KnownFunction.Branin, KnownFunction.Hartmann, KnownFunction.Mixed, KnownFunction.Alternatives])
        {
            met &= ShowBest(console, function);
        }

        return Task.FromResult(met & ShowTimes(console));
    }

    private static bool ShowBest(IAnsiConsole console, KnownFunction function)
    {
        Table table = new Table().Title($"{function.Name}, minimum {function.Minimum}").AddColumn("method").AddColumns([.. After.Select(count => $"{count}")]);
        Dictionary<SearchMethod, double[][]> best = Methods.ToDictionary(method => method, method => BestOf(method, function));
        foreach ((SearchMethod method, double[][] seeds) in best)
        {
            table.AddRow([Markup.Escape(method.Name), .. seeds.Select(values => Markup.Escape($"{Quantile(values, 0.5):G4} [{Quantile(values, 0.25):G4}, {Quantile(values, 0.75):G4}]"))]);
        }

        console.Write(table);
        double[] lagging = [.. best[SearchMethod.LaggingCohorts].Select(values => Quantile(values, 0.5))];
        double[] sobol = [.. best[SearchMethod.Sobol].Select(values => Quantile(values, 0.5))];
        return function.Peer.Zip(lagging).All(pair => pair.Second <= pair.First) && lagging.Zip(sobol).All(pair => pair.First < pair.Second);
    }

    // [after, seeds], ascending.
    private static double[][] BestOf(SearchMethod method, KnownFunction function)
    {
        double[][] found = [.. Enumerable.Range(0, Seeds).AsParallel().AsOrdered().Select(seed => method.Search(function, seed, Evaluations))];
        return [.. After.Select(count => found.Select(values => values[..count].Min()).Order().ToArray())];
    }

    // As NumPy's default has it.
    private static double Quantile(double[] sorted, double share)
    {
        double place = share * (sorted.Length - 1);
        int lower = (int)place;
        return sorted[lower] + ((place - lower) * (sorted[Math.Min(lower + 1, sorted.Length - 1)] - sorted[lower]));
    }

    private static bool ShowTimes(IAnsiConsole console)
    {
        Table table = new Table().Title("ms of a core a proposal, sixteen points pending").AddColumns("six parameters", "1,000 observations", "10,000 observations");
        bool met = true;
        foreach ((string name, SearchDomain domain) in (ReadOnlySpan<(string, SearchDomain)>)
            [
                ("three numbers, two with steps, a choice", new([[.. KnownFunction.Mixed.Domain.Alternatives[0], new NumberParameter(0, 1), new NumberParameter(1, 300, Logarithmic: true, Step: 1)]])),
                ("numbers", KnownFunction.Hartmann.Domain),
            ])
        {
            double few = MillisecondsOf(domain, 1_000);
            double many = MillisecondsOf(domain, 10_000);
            table.AddRow(name, $"{few:F2}", $"{many:F2}");
            met &= many <= MostMilliseconds;
        }

        console.Write(table);
        return met;
    }

    private static double MillisecondsOf(SearchDomain domain, int count)
    {
        const int rounds = 15;
        const int pendingCount = 16;
        RandomPoints random = new(domain, 1);
        TreeParzenProposer proposer = new(domain, 1);
        Observation[] observed = [.. Enumerable.Range(0, count).Select(number => new Observation(random.At(number), Math.Sin(number)))];
        Point[] pending = [.. Enumerable.Range(count, pendingCount).Select(random.At)];

        // The compiler is done with what runs often before the clock begins.
        for (int number = 0; number < 2 * rounds; number++)
        {
            proposer.Propose(count + number, observed, pending);
        }

        return 1e3 * Median.Of(Enumerable.Range(count + pendingCount, rounds).Select(number => ProcessorTime.Of(() => proposer.Propose(number, observed, pending))));
    }
}
