using GanSweep.Sweeps.Scheduling.Plans;
using GanSweep.Sweeps.Scheduling.Proposers;

namespace GanSweep.Sweeps.Strategies;

/// <summary>Configurations from where good ones are dense and bad ones are not: a tree-structured Parzen estimator (Bergstra et al. 2011), which begins with Sobol points.</summary>
internal sealed class TpeStrategy : SearchStrategy
{
    public override string Name => "tpe";

    public override string Summary => "tpe learns from what has ended where the good ones are";

    internal override IProposer Propose(SearchPlan plan)
    {
        return new TpeProposer(plan.Alternatives.Domain(), plan.Seed);
    }
}
