using System.Numerics;
using GanSweep.Sweeps.Scheduling;
using GanSweep.Sweeps.Spaces;

namespace GanSweep.Sweeps.Tests.Scheduling;

/// <summary>The strategy of <see cref="HalvingScheduler"/>.</summary>
internal sealed class HalvingStrategy : Strategy
{
    public override string Name => "halving";

    public override string Summary => "halving goes on with the better half";

    public override (BigInteger Runs, string Product) Size(SearchSpace space)
    {
        return (Schedule(space).RunCount, "the halves");
    }

    public override IScheduler Schedule(SearchSpace space)
    {
        return new HalvingScheduler(space, epochs: 4);
    }
}
