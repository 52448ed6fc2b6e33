using System.Text.Json.Serialization;
using GanSweep.Sweeps.Definitions;
using GanSweep.Sweeps.Scheduling.Plans;

namespace GanSweep.Documents;

/// <summary>What a search does with its configurations, as <c>validate --json</c> prints it.</summary>
/// <param name="Configurations">How many configurations it tries at most.</param>
/// <param name="Enqueued">How many of them sweep.json lists, to be tried first.</param>
/// <param name="Rungs">What a configuration is given, and then the best of them, and so on.</param>
public sealed record SearchPlanDocument(int Configurations, int Enqueued, IReadOnlyList<SearchPlanDocument.RungDocument> Rungs)
{
    /// <summary>How many new configurations are decided on at once; left out where no run hangs on another's result.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Cohort { get; init; }

    /// <summary>When it ends before all configurations have been tried; left out if it does not.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public StopDocument? Stop { get; init; }

    /// <summary>What is trained again at its end; left out if nothing is.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Confirmation? Confirm { get; init; }

    /// <summary>Whether there may be fewer runs than could be.</summary>
    [JsonIgnore]
    public bool MayEndEarlier => Rungs.Count > 1 || Stop is not null || Confirm is not null;

    /// <summary>What a sweep's search does; null of a grid that trains every combination under every seed.</summary>
    public static SearchPlanDocument? Of(SweepDefinition sweep)
    {
        return !sweep.IsSearch ? null : new SearchPlanDocument(
            sweep.ConfigurationCount,
            sweep.Plan.EnqueuedCount,
            [.. sweep.Plan.Rungs.Select((rung, index) => new RungDocument(sweep.Plan.PlacesOf(index, sweep.ConfigurationCount), rung.FirstSeed + rung.Seeds, rung.Share))])
        {
            Cohort = sweep.HasCohorts ? sweep.Strategy.Cohort : null,
            Stop = sweep.Plan.Stop is { } stop ? new StopDocument { Total = stop.Total, CohortsWithoutImprovement = stop.CohortsWithoutImprovement } : null,
            Confirm = sweep.Plan.Confirm,
        };
    }

    /// <summary>A rung.</summary>
    /// <param name="Configurations">How many configurations come to it at most.</param>
    /// <param name="Seeds">Under how many seeds one has run once it is through.</param>
    /// <param name="Share">The share of the steps.</param>
    public sealed record RungDocument(int Configurations, int Seeds, double Share);

    /// <summary>When it ends, as sweep.json says it.</summary>
    public sealed record StopDocument
    {
        /// <summary>A total that is low enough.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public double? Total { get; init; }

        /// <summary>How many cohorts in a row may bring nothing better.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public int? CohortsWithoutImprovement { get; init; }
    }
}
