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
            { Summary: { } summary } => book.ExclusionOf(summary.Scores) is null
                ? EndedRun.Ranked(book.TotalOf(summary.Scores))
                : EndedRun.Without(Ending.Excluded),
            { State: RunState.Failed, FailsAlike: var alike } => EndedRun.Without(alike ? Ending.Diverged : Ending.Faulted),
            _ => null,
        };
    }
}
