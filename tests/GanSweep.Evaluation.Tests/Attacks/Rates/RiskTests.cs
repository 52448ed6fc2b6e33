using GanSweep.Evaluation.Attacks.Rates;

namespace GanSweep.Evaluation.Tests.Attacks.Rates;

public sealed class RiskTests
{
    // Anonymeter's own figures of its expected.json: copies, linkability.
    [Fact]
    public void Of_AnonymetersCounts_IsItsRisk()
    {
        Risk risk = Risk.Of(new SuccessRate(222, 330), new SuccessRate(24, 330));

        Assert.Equal(0.6430226389082676, risk.Value, 1e-9);
        Assert.Equal(0.5873235989056635, risk.Low, 1e-9);
        Assert.Equal(0.6987216789108717, risk.High, 1e-9);
    }

    [Fact]
    public void Of_LessOnTrainingRows_IsNone()
    {
        Risk risk = Risk.Of(new SuccessRate(10, 100), new SuccessRate(60, 100));

        Assert.Equal((0, 0, 0), (risk.Value, risk.Low, risk.High));
    }

    [Fact]
    public void Of_AllThatSucceedsOnBoth_KnowsNothing()
    {
        Risk risk = Risk.Of(new SuccessRate(100, 100), new SuccessRate(100, 100));

        Assert.Equal(0, risk.Value);
        Assert.Equal(1, risk.High);
    }
}
