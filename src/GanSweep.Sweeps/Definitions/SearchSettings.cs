using System.Collections.Immutable;
using GanSweep.Settings.Keys;
using GanSweep.Settings.Values;

namespace GanSweep.Sweeps.Definitions;

/// <summary>The sections of what a search does with its configurations, besides proposing them.</summary>
internal static class SearchSettings
{
    public const string Racing = "racing";
    public const string Halving = "halving";
    public const string Stop = "stop";
    public const string Confirm = "confirm";
    public const string Enqueue = "enqueue";

    /// <summary>The most configurations that are tried first.</summary>
    public const int MostEnqueued = 1_000;

    private const int MostRungs = 10;

    public static readonly Setting<ImmutableArray<int>> Seeds = new(
        "seeds", "Under how many seeds a configuration has run once it is through a rung: all through the first, the best through the next, and so on.",
        new AscendingKind<int>(new WholeNumberKind<int>(1, 1_000), 2, MostRungs));

    public static readonly Setting<ImmutableArray<double>> Shares = new(
        "shares", "The share of its steps that a run has had once it is through a rung, in whole epochs: all through the first, the best through the next, and so on. The last is 1.",
        new AscendingKind<double>(new NumberKind { Minimum = 0, Maximum = 1, ExcludesMinimum = true }, 2, MostRungs));

    public static readonly Setting<double> Keep = new(
        "keep", "The share of a rung's configurations that go on to the next.",
        new NumberKind { Minimum = 0, Maximum = 1, ExcludesMinimum = true, ExcludesMaximum = true }, 0.34);

    public static readonly Setting<double> Total = new(
        "total", "Nothing more is proposed once the mean total of a configuration that is through every rung is this or lower.",
        new NumberKind { Minimum = 0, Maximum = 1e12 });

    public static readonly Setting<int> CohortsWithoutImprovement = new(
        "cohortsWithoutImprovement", "Nothing more is proposed once so many cohorts in a row have brought nothing better.",
        new WholeNumberKind<int>(1, 1_000_000));

    public static readonly Setting<int> Top = new("top", "How many of the best configurations.", new WholeNumberKind<int>(1, 1_000), 3);

    public static readonly Setting<int> FreshSeeds = new("seeds", "Under how many fresh seeds each.", new WholeNumberKind<int>(1, 1_000), 10);

    /// <summary>Each section that is an object: its name, what it is, its keys.</summary>
    public static readonly ImmutableArray<(string Name, string Description, ImmutableArray<Setting> Keys)> Sections =
    [
        (Racing, "Runs every configuration under few seeds, and the best under more, the same for all, so that a lucky seed does not decide and few runs are spent on the others.", [Seeds, Keep]),
        (Halving, "Trains the beginning of every configuration's run, and goes on with those of the best.", [Shares, Keep]),
        (Stop, "When the search ends before all configurations have been tried.", [Total, CohortsWithoutImprovement]),
        (Confirm, "Trains the best configurations again at the end, under seeds that nothing was chosen by: what they say is not flattered by the choice.", [Top, FreshSeeds]),
    ];

    /// <summary>What "enqueue" is.</summary>
    public const string EnqueueDescription = "Configurations that a search tries first, each with a value for every key of the space.";

    /// <summary>Their names and that of the list.</summary>
    public static readonly ImmutableArray<string> Names = [.. Sections.Select(section => section.Name), Enqueue];

    /// <summary>The keys of a section.</summary>
    public static ImmutableArray<string> KeysOf(string name)
    {
        return [.. Sections.Single(section => section.Name == name).Keys.Select(key => key.Name)];
    }
}
