using System.Collections.Immutable;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Sweeps;
using GanSweep.Evaluation.Scoring;
using GanSweep.Search.Domains;
using GanSweep.Search.Importance;
using GanSweep.Settings.Models;
using GanSweep.Settings.Reading;
using GanSweep.Sweeps.Definitions;
using GanSweep.Sweeps.Spaces;
using GanSweep.Tables.Text;

namespace GanSweep.Sweeps.Importance;

/// <summary>Which keys of a sweep's space have to do with which of its configurations are good, by PED-ANOVA (Watanabe, Bansal and Hutter, IJCAI 2023).</summary>
public static class SpaceImportance
{
    /// <summary>The fewest configurations that tell something: the best tenth of twenty are two.</summary>
    public const int LeastConfigurations = 20;

    /// <summary>
    /// The share of each key, alternative by alternative. PED-ANOVA compares the best tenth with all, and looks at the order of the values alone: so configurations that diverged or are excluded count, as
    /// the worst there are, since what makes them so is what matters most. What is no configuration of the space is left out, such as the short runs of a search that halves and tries lengths.
    /// </summary>
    /// <param name="definition">The sweep.</param>
    /// <param name="board">Its leaderboard, all rows.</param>
    /// <param name="score">What is good: the total, or a score that can be ranked.</param>
    public static ImmutableArray<AlternativeImportance> Of(SweepDefinition definition, Leaderboard board, Score score)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(board);
        ArgumentNullException.ThrowIfNull(score);
        Alternatives space = definition.Alternatives;
        ILookup<int, (Point Point, double Value)> tried = TriedConfiguration.Of(board.Rows, score)
            .Select(configuration => (Point: PointOf(space, configuration.Configuration), configuration.Value))
            .Where(each => each.Point is not null)
            .ToLookup(each => each.Point!.Alternative, each => (each.Point!, each.Value));
        return [.. space.Items.Select((alternative, index) => Of(alternative, space.NameOf(alternative), [.. tried[index]]))];
    }

    private static AlternativeImportance Of(Alternative alternative, string name, (Point Point, double Value)[] tried)
    {
        int[] varying = [.. Enumerable.Range(0, alternative.Axes.Length).Where(place => alternative.Axes[place] is { Range: not null } or { Count: > 1 })];
        ImmutableArray<Axis> axes = [.. varying.Select(place => alternative.Axes[place])];
        string? reason = ReasonAgainst(axes, tried);
        int worst = tried.Count(each => double.IsPositiveInfinity(each.Value));
        if (reason is not null)
        {
            return new AlternativeImportance(alternative.Model.Name, name, tried.Length, worst, [], reason);
        }

        // To PED-ANOVA what is infinite is not there; what is worse than all is.
        ImmutableArray<double> shares = PedAnova.Of(
            [.. axes.Select(axis => axis.Parameter)],
            [.. tried.Select(each => new Point(each.Point.Alternative, [.. varying.Select(place => each.Point.Values[place])]))],
            [.. tried.Select(each => Math.Min(each.Value, double.MaxValue))]);
        IEnumerable<KeyImportance> keys = axes.Zip(shares, (axis, share) => new KeyImportance(axis.Key.Name, share)).OrderByDescending(key => key.Share);
        return new AlternativeImportance(alternative.Model.Name, name, tried.Length, worst, [.. keys], null);
    }

    private static string? ReasonAgainst(ImmutableArray<Axis> axes, (Point Point, double Value)[] tried)
    {
        return axes.IsEmpty ? "It has no key that varies."
            : axes is [var only] ? $"{only.Key.Name} alone varies, so that all that differs is due to it, or to luck."
            : tried.Length < LeastConfigurations ? $"{Amount.Of(tried.Length, "configuration")} of it {(tried.Length == 1 ? "has" : "have")} ended; fewer than {LeastConfigurations} tell nothing."
            : tried.Select(each => each.Value).Distinct().Take(2).Count() == 1 ? "All of its configurations are equally good."
            : null;
    }

    // Of alternatives that share values, the one whose fixed values are those of the configuration; then the one that says most of it.
    private static Point? PointOf(Alternatives space, RunConfiguration tried)
    {
        ModelDescription? model = space.Models.FirstOrDefault(model => model.Name == tried.Model);
        return model is null || Parsed(model, tried.Json) is not { } configuration ? null : space.Items
            .Select((alternative, index) => (alternative, index))
            .Where(each => each.alternative.Model == model)
            .Select(each => (each.alternative, each.index, coordinates: each.alternative.CoordinatesOf(configuration)))
            .Where(each => each.coordinates is not null)
            .OrderBy(each => Differences(each.alternative, configuration))
            .ThenByDescending(each => each.alternative.Axes.Length)
            .Select(each => new Point(each.index, each.coordinates!.Value))
            .FirstOrDefault();
    }

    private static int Differences(Alternative alternative, Configuration configuration)
    {
        return alternative.Model.Keys.Count(key => alternative.Base.Says(key) && !alternative.Varies(key) && !key.AreSame(alternative.Base[key], configuration[key]));
    }

    private static Configuration? Parsed(ModelDescription model, string json)
    {
        try
        {
            return model.Parse(json);
        }
        catch (InvalidSettingsException)
        {
            // Trained by a version whose keys this one does not have.
            return null;
        }
    }
}
