using GanSweep.Search.Points;
using GanSweep.Sweeps.Scheduling.Plans;
using GanSweep.Sweeps.Scheduling.Proposers;

namespace GanSweep.Sweeps.Strategies;

/// <summary>Configurations that fill the space evenly: the points of a scrambled Sobol sequence.</summary>
internal sealed class SobolStrategy : SearchStrategy
{
    public override string Name => "sobol";

    public override string Summary => "sobol spreads them evenly";

    internal override IProposer Propose(SearchPlan plan)
    {
        return new PointProposer(plan.Enqueued.Length, new SobolPoints(plan.Alternatives.Domain(), plan.Seed).At, TrialOrigin.Sobol);
    }
}
