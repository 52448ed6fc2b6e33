using GanSweep.Contracts.Scores;
using GanSweep.Evaluation.Tests.Oracles;

namespace GanSweep.Evaluation.Tests;

public class YardstickEstimatorTests
{
    [Fact]
    public void Estimate_OfTheLosses_IsWhatTheDesignSays()
    {
        Yardsticks yardsticks = YardstickEstimator.Estimate(OracleFiles.Table("eu-stock-losses.csv"), 3910, TestContext.Current.CancellationToken);

        Console.WriteLine(yardsticks);
        Assert.Equal(0.012, yardsticks.Floor.MeanGap, 0.001);
    }
}
