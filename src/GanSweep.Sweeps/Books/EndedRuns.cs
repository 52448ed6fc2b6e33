using GanSweep.Contracts.Runs;
using GanSweep.Sweeps.Scheduling;

namespace GanSweep.Sweeps.Books;

/// <summary>What a book says to its scheduler of the runs that have ended.</summary>
internal sealed class EndedRuns(SweepBook book) : IEndedRuns
{
    public EndedRun? Find(int run)
    {
        return book.Ledger.Find(run) switch
        {
            // One that is trained again for its generator has its result.
            { Summary: { } summary } =>
                new EndedRun(book.ExclusionOf(summary.Scores) is null ? book.TotalOf(summary.Scores) : null),
            { State: RunState.Failed } => new EndedRun(null),
            _ => null,
        };
    }
}
