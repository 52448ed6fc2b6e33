using System.Collections.Immutable;
using System.Text.Json.Serialization;
using GanSweep.Tables.Rules;
using GanSweep.Tables.Schema;
using GanSweep.Tables.Sequences;
using GanSweep.Tables.Transforms;
using GanSweep.Training.Histories;

namespace GanSweep.Training.Generators;

/// <summary>How the rows of a generator follow each other.</summary>
/// <param name="By">The column by which rows are sorted, or "row" for their order.</param>
/// <param name="Window">How many rows the next one hangs on.</param>
/// <param name="Lowest">The least of each number of a row that a path remembers.</param>
/// <param name="Highest">The most.</param>
/// <param name="History">How it hangs on them.</param>
internal sealed record GeneratorPaths(string By, int Window, ImmutableArray<float> Lowest, ImmutableArray<float> Highest, HistoryModel History)
{
    // As sweep.json has it.
    private const int MostWindow = 10_000;

    // Numbers that paths of all groups remember; tables of so many cells are read.
    private const long MostRemembered = 1 << 28;

    /// <summary>The column that tells series apart; left out where there is one series.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Group { get; init; }

    /// <summary>The series; left out where there is one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<PathGroup>? Groups { get; init; }

    /// <summary>That of a generator; null where its rows stand by themselves.</summary>
    public static GeneratorPaths? Of(PathModel? paths)
    {
        return paths is null ? null : new GeneratorPaths(paths.Sequence.By, paths.Sequence.Window, paths.Lowest, paths.Highest, paths.History)
        {
            Group = paths.Sequence.Group,
            Groups = paths.Groups.IsEmpty ? null : paths.Groups,
        };
    }

    /// <summary>What a generator knows of paths.</summary>
    /// <param name="transform">The transform of its columns.</param>
    /// <exception cref="InvalidDataException">It cannot be of such columns.</exception>
    public PathModel ToModel(TableTransform transform)
    {
        ImmutableArray<PathGroup> groups = Groups ?? [];
        int features = transform.Features.Count;
        Demand(Window is >= 1 and <= MostWindow, "window", $"it is from 1 to {MostWindow}");
        Demand(By == RowSequence.FileOrder || transform.Rules.Rules.OfType<FittedClock>().Any(clock => clock.Column == By), "by", $"it is \"{RowSequence.FileOrder}\", or the column of a rule \"clock\"");
        Demand(Lowest.Length == features && Highest.Length == features, "lowest", $"it and highest have {features} numbers, one for each that a model sees of a row");
        Demand(Lowest.Zip(Highest).All(range => range.First <= range.Second), "lowest", "none is above that of highest");
        HistoryEncoding encoding = new(transform.Features, Window);
        Check(History.Pasts, "history.pasts", encoding.Width);
        Check(History.Contexts, "history.contexts", RowForecast.WidthOf(encoding));
        Demand(History.Forecast.IsOf(encoding), "history.forecast", "its means and scales have coefficients for each amount, its shares for each outcome, as many as the window has stretches for, of at most a million");
        Demand((long)Math.Max(groups.Length, 1) * Window * features <= MostRemembered, "groups", "they are more than can be drawn side by side");
        Demand(Group is null == groups.IsEmpty, "groups", "there are some where there is a group, and only there");
        if (Group is { } name)
        {
            ColumnSchema? column = transform.Schema.FirstOrDefault(each => each.Name == name);
            Demand(column is { HasLevels: true } && transform.ColumnNames.Contains(name), "group", "it names a column of words that is learnt");
            HashSet<string> told = [.. transform.ToldLevelsOf(name)];
            Demand(groups.All(group => group is not null && told.Remove(group.Name) && group.Share is > 0 and <= 1), "groups", "each has a word of the group's column of its own, and a share above 0");
            Demand(Math.Abs(groups.Sum(group => group.Share) - 1) < 1e-9, "groups", "their shares make 1");
        }

        return new PathModel(new RowSequence(By, Group, Window), Lowest, Highest, History, groups);
    }

    private static void Check(ContextScale scale, string member, int width)
    {
        Demand(scale.Means.Length == width && scale.Deviations.Length == width, member, $"its means and deviations are {width} numbers each");
        Demand(scale.Deviations.All(deviation => deviation > 0), member, "its deviations are above 0");
    }

    private static void Demand(bool holds, string member, string rule)
    {
        if (!holds)
        {
            throw new InvalidDataException($"{GeneratorArchive.JsonName}, $.paths.{member}: {rule}.");
        }
    }
}
