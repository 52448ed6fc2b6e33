using GanSweep.Client.Output;
using GanSweep.Contracts.Runs;
using GanSweep.Sweeps.Ranking;

namespace GanSweep.Client.Leaderboards;

/// <summary>The place of a run, or of a configuration, in its search as cells of a table.</summary>
internal static class PlaceText
{
    /// <summary>What stands above the cells of a run.</summary>
    public static readonly IReadOnlyList<string> HeadingsOfRuns = ["conf.", "cohort", "rung", "origin"];

    /// <summary>What stands above the cells of a configuration.</summary>
    public static readonly IReadOnlyList<string> HeadingsOfConfigurations = ["conf.", "rung", "seeds", "proposed"];

    /// <summary>Which configuration it is of, which cohort decided it, its rung, why; nothing of a run that hangs on nothing.</summary>
    public static IReadOnlyList<string> CellsOfRun(SearchPlace? place)
    {
        return place is null ? [] : [$"{place.Configuration}", $"{place.Cohort}", place.Rung is { } rung ? $"{rung}" : Figures.None, Words(place.Origin)];
    }

    /// <summary>Its number, how far it came, under how many seeds, where it was proposed from; nothing where runs hang on nothing.</summary>
    public static IReadOnlyList<string> CellsOf(RankedConfiguration configuration)
    {
        return configuration.Search is not { } place ? []
            : [$"{place.Configuration}", place.Rung is { } rung ? $"{rung}" : Words(place.Origin), $"{configuration.Runs.Length}", Words(place.Proposed)];
    }

    /// <summary>An origin in words: start-up, model.</summary>
    public static string Words(string origin)
    {
        return ConfigurationText.Words(origin).Replace(' ', '-');
    }
}
