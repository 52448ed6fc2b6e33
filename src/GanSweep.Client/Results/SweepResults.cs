using GanSweep.Contracts.Sweeps;
using GanSweep.Reporting.Inputs;

namespace GanSweep.Client.Results;

/// <summary>What a finished sweep has to show.</summary>
/// <param name="Board">The leaderboard, all rows.</param>
/// <param name="Best">The best generator; null if no run is ranked.</param>
/// <param name="Report">What its report is made of; null if no run is ranked, or the report is there already.</param>
internal sealed record SweepResults(Leaderboard Board, GeneratorFile? Best, ReportInput? Report);
