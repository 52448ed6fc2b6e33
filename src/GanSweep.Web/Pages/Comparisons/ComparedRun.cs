using GanSweep.Contracts.Runs;
using GanSweep.Settings.Models;

namespace GanSweep.Web.Pages.Comparisons;

/// <summary>A run beside others.</summary>
/// <param name="SweepId">Its sweep.</param>
/// <param name="Row">What is known of it.</param>
internal sealed record ComparedRun(string SweepId, LeaderboardRow Row)
{
    /// <summary>Its configuration.</summary>
    public ConfigurationCells Cells { get; } = new(Row.Configuration.Model, Row.Configuration.Json);
}
