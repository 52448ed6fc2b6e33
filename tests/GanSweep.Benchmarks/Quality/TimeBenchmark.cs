using System.Diagnostics;
using System.Globalization;
using GanSweep.Evaluation.Scoring;
using GanSweep.Evaluation.Standards;
using GanSweep.Settings.Models;
using GanSweep.Silo;
using GanSweep.Tables.Sequences;
using GanSweep.Training.Tasks;
using Spectre.Console;
using Table = GanSweep.Tables.Table;

namespace GanSweep.Benchmarks.Quality;

/// <summary>Every model on rows that follow each other, one run with its defaults alone, over five seeds: how close its paths are to the real series.</summary>
internal sealed class TimeBenchmark : IBenchmark
{
    private const int Seeds = 5;
    private const double MostSeconds = 300;

    // Of a path whose law is estimated.
    private const int LawRows = 20_000;

    private static readonly (Score Score, double Most)[] Targets =
    [
        (Score.VolatilityGap, 0.030), (Score.LeverageGap, 0.022), (Score.AggregateGap, 0.09), (Score.DrawdownGap, 0.10),
    ];

    private static readonly (double Share, int Blocks)[] Holdouts = [(0, 1), (0.2, 1), (0.3, 5)];

    private static readonly Score[] Attacked = [Score.Membership, Score.WindowMembership, Score.CloserWindows];

    private static readonly Score[] Shown =
    [
        Score.AutocorrelationGap, Score.VolatilityGap, Score.LeverageGap, Score.CrossAutocorrelationGap, Score.ShortfallGap, Score.TailIndexGap, Score.DrawdownGap, Score.AggregateGap,
        Score.CopiedRun, .. Attacked,
    ];

    public string Name => "time";

    public string Description => $"every model on rows that follow each other, medians over {Seeds} seeds; target: at most {MostSeconds} s of one core a run";

    public Task<bool> RunAsync(IAnsiConsole console)
    {
        Spectre.Console.Table printed = new Spectre.Console.Table().AddColumns(["table", "held out", "model", .. Shown.Select(score => score.Name), "columns", "total", "s", "met"]);
        bool met = true;
        foreach ((string name, Table table, RowSequence rows) in SequencedTables.All())
        {
            foreach ((double holdout, int blocks) in Holdouts)
            {
                RowSequence sequence = rows with { Blocks = blocks };
                OneRun one = new(table, holdout) { Sequence = sequence };
                Scores second = YardstickEstimator.SecondSample(table, CancellationToken.None, sequence);
                if (holdout > 0)
                {
                    WriteNulls(console, YardstickEstimator.Estimate(table, holdout, one.EvaluationRows, CancellationToken.None, sequence: sequence));
                }

                foreach (ModelDescription model in Models.Catalog.Models)
                {
                    (TrainingOutcome.Completed Trained, double Seconds)[] runs = [.. Enumerable.Range(1, Seeds).Select(seed => OutcomeOf(one, model.Defaults, seed, second))];
                    Scores[] outcomes = [.. runs.Select(run => run.Trained.Result.Scores)];
                    double seconds = Median.Of(runs.Select(run => run.Seconds));
                    bool isMet = seconds <= MostSeconds && Targets.All(target => Median.Of(outcomes.Select(outcome => outcome[target.Score]!.Value)) <= target.Most);
                    met &= isMet;
                    string[] cells =
                    [
                        name, $"{Figure(holdout)}{(blocks > 1 ? $" in {blocks}" : "")}", model.Name,
                        .. Shown.Select(score => Figure(Median.Of(outcomes.Select(outcome => outcome[score] ?? double.NaN)))),
                        Figure(Median.Of(outcomes.Select(outcome => OfColumns(outcome, second)))),
                        Figure(Median.Of(outcomes.Select(outcome => outcome.Total))),
                        seconds.ToString("F1", CultureInfo.InvariantCulture),
                        isMet ? "yes" : "no",
                    ];
                    console.WriteLine(string.Join(" ", cells));
                    printed.AddRow(cells);
                    if (name == SequencedTables.Switching)
                    {
                        console.WriteLine($"  {SequencedTables.Law}: the law; {SwitchingLaw.Fit(table.Column(0).ToArray())}: estimated of the table");
                        console.WriteLine($"  {LawOf(runs.Select(run => SwitchingLaw.Fit(one.Sample(run.Trained, LawRows, seed: 1).Column(0).ToArray())))}: estimated of one path each, medians");
                    }
                }
            }
        }

        console.Write(printed);
        return Task.FromResult(met);
    }

    // What attacks find where there is nothing to find, and in rows of which nothing or all was learnt.
    private static void WriteNulls(IAnsiConsole console, Yardsticks yardsticks)
    {
        foreach (Score score in Attacked)
        {
            string chance = yardsticks.UnseenOf(score) is { } range ? $"{Figure(range.Low)} to {Figure(range.High)}, {Figure(range.Mean)} on average" : "no null";
            console.WriteLine($"  {score.Name}: {chance}; {string.Join(", ", yardsticks.Baselines.Select(baseline => $"{baseline.Name} {Figure(baseline.Scores[score] ?? double.NaN)}"))}");
        }
    }

    private static SwitchingLaw LawOf(IEnumerable<SwitchingLaw> laws)
    {
        SwitchingLaw[] all = [.. laws];
        double Middle(Func<SwitchingLaw, double> parameter) => Median.Of(all.Select(parameter));
        return new SwitchingLaw(Middle(law => law.Slope), Middle(law => law.Calm), Middle(law => law.Wild), Middle(law => law.LeavesCalm), Middle(law => law.LeavesWild));
    }

    private static (TrainingOutcome.Completed Trained, double Seconds) OutcomeOf(OneRun one, Configuration configuration, int seed, Scores second)
    {
        long start = Stopwatch.GetTimestamp();
        TrainingOutcome.Completed trained = one.Train(configuration, seed, second);
        return (trained, Stopwatch.GetElapsedTime(start).TotalSeconds);
    }

    // The mean of the ratios of the scores that know nothing of time.
    private static double OfColumns(Scores scores, Scores second)
    {
        return Score.Defaults.Where(score => !score.NeedsSequence && scores[score] is not null && second[score] > 0).Average(score => scores[score]!.Value / second[score]!.Value);
    }

    private static string Figure(double value)
    {
        return double.IsNaN(value) ? "–" : value.ToString("F3", CultureInfo.InvariantCulture);
    }
}
