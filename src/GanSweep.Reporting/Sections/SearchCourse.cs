using System.Collections.Immutable;
using System.Globalization;
using GanSweep.Contracts.Runs;
using GanSweep.Evaluation.Scoring;
using GanSweep.Reporting.Html;
using GanSweep.Reporting.Plots;
using GanSweep.Sweeps.Wire;
using GanSweep.Tables.Text;

namespace GanSweep.Reporting.Sections;

/// <summary>The totals of a sweep in the order of its runs, told apart by where they come from, and the best so far.</summary>
internal sealed class SearchCourse
{
    private const int MostDots = 2_000;
    private const string Model = "model";
    private const string Promoted = "promoted";
    private const string Confirmed = "confirmed";

    private readonly ImmutableArray<(LeaderboardRow Row, double Total, double Seconds)> _runs;
    private readonly int _untold;
    private readonly bool _hasTimes;

    private SearchCourse(ImmutableArray<(LeaderboardRow Row, double Total, double Seconds)> runs, int untold, bool hasTimes)
    {
        (_runs, _untold, _hasTimes) = (runs, untold, hasTimes);
    }

    /// <summary>The course of the runs that are ranked.</summary>
    public static SearchCourse Of(IEnumerable<LeaderboardRow> rows)
    {
        LeaderboardRow[] inOrder = [.. rows.Where(row => row.State is RunState.Completed or RunState.Failed).OrderBy(row => row.Run)];
        double seconds = 0;
        List<(LeaderboardRow Row, double Total, double Seconds)> runs = [];
        foreach (LeaderboardRow row in inOrder)
        {
            seconds += row.Seconds ?? 0;
            if (row is { Rank: not null, Scores: { } scores } && scores.Find(Score.Total) is { } total && double.IsFinite(total))
            {
                runs.Add((row, total, seconds));
            }
        }

        return new SearchCourse([.. runs], inOrder.Length - runs.Count, seconds > 0 && runs.All(run => run.Row.Seconds is not null));
    }

    /// <summary>What stands for what: those that are there.</summary>
    public Markup Legend()
    {
        string[] first = [.. _runs.Select(run => OriginOf(run.Row)).Distinct().Where(origin => InkOf(origin) == Ink.Neutral)];
        return Plots.Legend.Of(
        [
            .. first.Length > 0 ? [Plots.Legend.Dot(Ink.Neutral, string.Join(", ", first.Select(Words)))] : Array.Empty<Markup>(),
            .. Has(Model) ? [Plots.Legend.Dot(Ink.Real, "proposed by the model")] : Array.Empty<Markup>(),
            .. Has(Promoted) ? [Plots.Legend.Dot(Ink.Synthetic, "promoted")] : Array.Empty<Markup>(),
            .. Has(Confirmed) ? [Plots.Legend.Cross(Ink.Mark, "confirms, under a fresh seed")] : Array.Empty<Markup>(),
            Plots.Legend.Line(Ink.Mark, _runs.Any(run => run.Row.Search is not null) ? "best of the search so far" : "best so far"),
        ]);
    }

    /// <summary>Over the numbers of the runs.</summary>
    public Panel ByRun()
    {
        double last = _runs.IsEmpty ? 1 : _runs[^1].Row.Run;
        return Draw("Best total by run", Axis.Linear(0, 1.03 * last, "run", 5), run => run.Row.Run);
    }

    /// <summary>Over the time that was trained until then, one run after the other; null if that is not known.</summary>
    public Panel? BySeconds()
    {
        if (!_hasTimes)
        {
            return null;
        }

        (double unit, string name) = _runs[^1].Seconds switch { < 90 => (1.0, "s"), < 5400 => (60.0, "min"), _ => (3600.0, "h") };
        return Draw("Best total by training time", Axis.Linear(0, 1.03 * _runs[^1].Seconds / unit, $"time of a slot, in {name}", 5), run => run.Seconds / unit);
    }

    private Panel Draw(string title, Axis x, Func<(LeaderboardRow Row, double Total, double Seconds), double> at)
    {
        int every = 1 + ((_runs.Length - 1) / MostDots);
        List<string> notes = [];
        if (every > 1)
        {
            notes.Add($"One in {every.ToString(CultureInfo.InvariantCulture)} runs is drawn");
        }

        if (_untold > 0)
        {
            notes.Add($"{Amount.Of(_untold, "run")} without a place in the ranking {(_untold == 1 ? "is" : "are")} not drawn");
        }

        Panel panel = new(title, x, Axis.Around(_runs.Select(run => run.Total), "total"))
        {
            Description = $"{title}, and the total of each run",
            Note = notes.Count > 0 ? string.Join(". ", notes) + "." : null,
        };
        foreach (var group in _runs.Where((_, index) => index % every == 0).GroupBy(run => InkOf(OriginOf(run.Row))))
        {
            double[] xs = [.. group.Select(at)];
            double[] ys = [.. group.Select(run => run.Total)];
            _ = group.Key == Ink.Mark ? panel.Crosses(xs, ys, group.Key, 3.5f) : panel.Dots(xs, ys, group.Key, 4.5f, 0.75);
        }

        (double[] bestXs, double[] bests) = Best(at, x);
        return panel.Line(bestXs, bests, Ink.Mark, 1.4f);
    }

    // Steps down, from the first run that searches to the end; runs that confirm do not search.
    private (double[] Xs, double[] Bests) Best(Func<(LeaderboardRow Row, double Total, double Seconds), double> at, Axis x)
    {
        List<double> xs = [];
        List<double> bests = [];
        foreach ((LeaderboardRow Row, double Total, double Seconds) run in _runs.Where(run => OriginOf(run.Row) != Confirmed))
        {
            if (bests.Count == 0)
            {
                (xs, bests) = ([at(run)], [run.Total]);
            }
            else if (run.Total < bests[^1])
            {
                xs.AddRange([at(run), at(run)]);
                bests.AddRange([bests[^1], run.Total]);
            }
        }

        return bests.Count == 0 ? ([], []) : ([.. xs, x.High], [.. bests, bests[^1]]);
    }

    private bool Has(string origin)
    {
        return _runs.Any(run => OriginOf(run.Row) == origin);
    }

    // What hangs on nothing is a grid's.
    private static string OriginOf(LeaderboardRow row)
    {
        return row.Search?.Origin ?? "grid";
    }

    private static Ink InkOf(string origin)
    {
        return origin switch { Model => Ink.Real, Promoted => Ink.Synthetic, Confirmed => Ink.Mark, _ => Ink.Neutral };
    }

    private static string Words(string origin)
    {
        return origin switch
        {
            "startUp" => "start-up, before the model knew enough",
            "enqueued" => "listed in \"enqueue\"",
            "random" => "drawn at random",
            "sobol" => "of the Sobol sequence",
            _ => $"of the {origin}",
        };
    }
}
