using GanSweep.Evaluation.Prediction;

namespace GanSweep.Evaluation.Tests.Prediction;

public class TargetClassesTests
{
    [Fact]
    public void Of_FewLevels_AreClassesOfTheirOwn()
    {
        TargetClasses classes = new(MixedTables.OfLevels(["a", "b", "c"], 2, 0, 2), 0);

        Assert.Equal(4, classes.Count);
        Assert.Equal([0, 1, 2, 3], classes.Of([0, 1, 2, 7]));
    }

    [Fact]
    public void Of_ManyLevels_AreTheFifteenMostFrequentAndTheRest()
    {
        // Level 0 once, 1 to 16 twice.
        string[] levels = [.. Enumerable.Range(0, 17).Select(level => $"{level}")];
        TargetClasses classes = new(MixedTables.OfLevels(levels, [0, .. Enumerable.Range(1, 16).SelectMany(level => new double[] { level, level })]), 0);

        Assert.Equal(16, classes.Count);
        Assert.Equal([15, 0, 14, 15], classes.Of([0, 1, 15, 16]));
    }
}
