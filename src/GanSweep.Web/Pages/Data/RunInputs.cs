using GanSweep.Contracts.Sweeps;
using GanSweep.Reporting.Inputs;

namespace GanSweep.Web.Pages.Data;

/// <summary>What sections of a run are made of.</summary>
internal static class RunInputs
{
    /// <summary>A run of a sweep.</summary>
    public static RunInput Of(SweepData data, RunDetails run)
    {
        return new RunInput { Board = data.Input.Board, Provenance = data.Input.Provenance, Models = data.Input.Models, Run = run };
    }
}
