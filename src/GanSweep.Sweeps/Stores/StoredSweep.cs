using GanSweep.Contracts.Sweeps;
using GanSweep.Evaluation.Scoring;
using GanSweep.Evaluation.Standards;
using GanSweep.Settings.Models;
using GanSweep.Sweeps.Wire;
using GanSweep.Tables;

namespace GanSweep.Sweeps.Stores;

/// <summary>A sweep as it is stored.</summary>
/// <param name="SweepId">Its id.</param>
/// <param name="Json">The text of its sweep.json.</param>
/// <param name="DatasetHash">The hash of its table's file.</param>
/// <param name="State">Where it stands; <see cref="SweepState.Completed"/> is stored too, so that listings need not look at the runs.</param>
/// <param name="SubmittedAt">When it was first submitted, in UTC.</param>
/// <param name="Yardsticks">What its scores are held against, once computed; totals by equal weights.</param>
/// <param name="Counts">Its counts when it was last saved.</param>
/// <param name="BestTotal">Its best total, by its own weights, when it was last saved.</param>
/// <param name="TableSize">How large its table is; null if it was last saved by a version that did not note it.</param>
/// <param name="HasFormerDefaults">Whether it was submitted before keys that are left out were fitted to the table.</param>
/// <param name="HasExactValues">Whether it was submitted before rare values were kept out of generators.</param>
public sealed record StoredSweep(
    string SweepId,
    string Json,
    string DatasetHash,
    SweepState State,
    DateTimeOffset SubmittedAt,
    Yardsticks? Yardsticks,
    SweepCounts Counts,
    double? BestTotal,
    TableSize? TableSize = null,
    bool HasFormerDefaults = true,
    bool HasExactValues = true)
{
    /// <summary>As of when keys that it leaves out have their values.</summary>
    public KeyDefaults AsOf()
    {
        return DefaultsConversions.AsOf(HasFormerDefaults, HasExactValues);
    }
}
