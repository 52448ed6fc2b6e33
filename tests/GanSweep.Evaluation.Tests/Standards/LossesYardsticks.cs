using GanSweep.Evaluation.Standards;
using GanSweep.Evaluation.Tests.Oracles;
using GanSweep.Evaluation.Tests.Standards;

[assembly: AssemblyFixture(typeof(LossesYardsticks))]

namespace GanSweep.Evaluation.Tests.Standards;

/// <summary>The yardsticks of the losses, with nothing held out and ten times as many rows scored: estimated once, when the first of the tests looks at them.</summary>
public sealed class LossesYardsticks
{
    private readonly Lazy<Yardsticks> _value =
        new(() => YardstickEstimator.Estimate(OracleFiles.Table("eu-stock-losses.csv"), 0, 3910, CancellationToken.None));

    public Yardsticks Value => _value.Value;
}
