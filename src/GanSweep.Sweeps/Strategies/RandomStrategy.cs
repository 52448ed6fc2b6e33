using GanSweep.Search.Points;
using GanSweep.Sweeps.Scheduling.Plans;
using GanSweep.Sweeps.Scheduling.Proposers;

namespace GanSweep.Sweeps.Strategies;

/// <summary>Configurations that are drawn one by one, each as likely as any other.</summary>
internal sealed class RandomStrategy : SearchStrategy
{
    public override string Name => "random";

    public override string Summary => "random draws configurations";

    internal override IProposer Propose(SearchPlan plan)
    {
        return new PointProposer(plan.Enqueued.Length, new RandomPoints(plan.Alternatives.Domain(), plan.Seed).At, TrialOrigin.Random);
    }
}
