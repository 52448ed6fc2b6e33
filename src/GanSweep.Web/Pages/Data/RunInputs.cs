using System.Collections.Immutable;
using GanSweep.Contracts.Sweeps;
using GanSweep.Evaluation.Scoring;
using GanSweep.Reporting.Inputs;

namespace GanSweep.Web.Pages.Data;

/// <summary>What sections of a run are made of.</summary>
internal static class RunInputs
{
    /// <summary>A run of a sweep.</summary>
    /// <param name="data">The sweep.</param>
    /// <param name="run">The run.</param>
    /// <param name="realRows">Rows of the real table, where it was read.</param>
    /// <param name="freshScores">Scores of fresh samples, where they were drawn.</param>
    public static RunInput Of(SweepData data, RunDetails run, int? realRows = null, ImmutableArray<Scores> freshScores = default)
    {
        return new RunInput
        {
            Board = data.Input.Board,
            Provenance = data.Input.Provenance,
            Models = data.Input.Models,
            Run = run,
            RealRows = realRows,
            FreshScores = freshScores.IsDefault ? [] : freshScores,
        };
    }
}
