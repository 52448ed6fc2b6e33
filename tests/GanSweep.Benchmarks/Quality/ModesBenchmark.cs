using System.Globalization;
using GanSweep.Evaluation.Scoring;
using GanSweep.Evaluation.Standards;
using GanSweep.Settings.Models;
using GanSweep.Silo;
using Spectre.Console;
using Table = GanSweep.Tables.Table;

namespace GanSweep.Benchmarks.Quality;

/// <summary>On tables of modes, what each model with its defaults alone leaves out, and what it makes up between them; over five seeds.</summary>
internal sealed class ModesBenchmark : IBenchmark
{
    private const int Seeds = 5;
    private const int SampledRows = 10_000;

    // Of a Gaussian in two dimensions one row in three thousand is farther than this.
    private const double MostDeviations = 4;

    // A mode is covered by a quarter of the rows that it has.
    private const double LeastCovered = 0.25;

    public string Name => "modes";

    public string Description => $"modes that each model covers with its defaults alone and rows that it makes between them, medians over {Seeds} seeds; target: every mode";

    public Task<bool> RunAsync(IAnsiConsole console)
    {
        Spectre.Console.Table printed = new Spectre.Console.Table().AddColumns("table", "model", "modes covered (fewest)", "rows between, %", "distance of the modes' shares", "total", "met");
        bool met = true;
        foreach (ModalLaw law in ModalLaw.All)
        {
            Table real = law.Draw(Seeds + 1);
            double[] shares = SharesOf(law, real, out _);
            foreach (ModelDescription? model in Models.Catalog.Models.Cast<ModelDescription?>().Prepend(null))
            {
                Outcome[] outcomes = [.. Enumerable.Range(1, Seeds).Select(seed => OutcomeOf(law, shares, model, seed))];
                double Middle(Func<Outcome, double> figure) => Median.Of(outcomes.Select(figure));
                bool good = outcomes.All(one => one.Covered == law.Modes);
                met &= good;
                console.WriteLine($"  {law.Name}, {model?.Name ?? "another real table"}: {Middle(one => one.Covered):F0} of {law.Modes}");
                printed.AddRow(
                    law.Name, model?.Name ?? "another real table", $"{Middle(one => one.Covered):F0} of {law.Modes} ({outcomes.Min(one => one.Covered)})",
                    Figure(100 * Middle(one => one.Between)), Figure(Middle(one => one.Distance)), Figure(Middle(one => one.Total)), good ? "yes" : "no");
            }
        }

        console.Write(printed);
        return Task.FromResult(met);
    }

    // Of no model: of another table of the law.
    private static Outcome OutcomeOf(ModalLaw law, double[] shares, ModelDescription? model, int seed)
    {
        Table table = law.Draw(seed);
        Scores? scores = null;
        if (model is not null)
        {
            OneRun run = new(table, Holdout: 0);
            var trained = run.Train(model.Defaults, seed, YardstickEstimator.SecondSample(table, CancellationToken.None));
            scores = trained.Result.Scores;
            table = run.Sample(trained, SampledRows, seed);
        }

        double[] found = SharesOf(law, table, out double between);
        return new Outcome(
            found.Zip(shares).Count(mode => mode.First >= LeastCovered * mode.Second), between,
            found.Zip(shares, (one, other) => Math.Abs(one - other)).Sum() / 2, scores?.Total ?? double.NaN);
    }

    // The share of all rows that lie about each mode, and of those that lie about none.
    private static double[] SharesOf(ModalLaw law, Table table, out double between)
    {
        double[] shares = new double[law.Modes];
        between = 0;
        for (int row = 0; row < table.RowCount; row++)
        {
            (int mode, double deviations) = law.Nearest(table.Column(0)[row], table.Column(1)[row]);
            if (deviations <= MostDeviations)
            {
                shares[mode] += 1.0 / table.RowCount;
            }
            else
            {
                between += 1.0 / table.RowCount;
            }
        }

        return shares;
    }

    private static string Figure(double value)
    {
        return double.IsNaN(value) ? "–" : value.ToString("F3", CultureInfo.InvariantCulture);
    }

    private sealed record Outcome(int Covered, double Between, double Distance, double Total);
}
