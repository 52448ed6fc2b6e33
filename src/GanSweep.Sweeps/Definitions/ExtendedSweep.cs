using System.Globalization;
using GanSweep.Settings.Reading;
using GanSweep.Sweeps.Strategies;

namespace GanSweep.Sweeps.Definitions;

/// <summary>A sweep.json that goes on where a search ended. Cohorts are pure functions of the cohorts before them, so it tries what the search has tried, and more.</summary>
public static class ExtendedSweep
{
    /// <summary>The text of a search with another number of configurations, all else as it stands: comments, spaces, the order.</summary>
    /// <param name="json">The text of a valid sweep.json.</param>
    /// <param name="configurations">How many configurations it is to try.</param>
    /// <param name="withoutStop">Whether the rule is left out that it stopped by: it would stop again where it did.</param>
    /// <returns>Null if it does not say how many it tries: a grid tries what its space spans.</returns>
    public static string? TextFor(string json, int configurations, bool withoutStop = false)
    {
        return JsonText.With(
            withoutStop ? JsonText.Without(json, [SearchSettings.Stop]) : json, [SweepSettings.Strategy.Name, SearchStrategy.ConfigurationsKey], configurations.ToString(CultureInfo.InvariantCulture));
    }
}
