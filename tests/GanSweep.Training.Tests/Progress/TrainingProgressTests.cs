using GanSweep.Evaluation.Scoring;
using GanSweep.Settings.Models;
using GanSweep.Training.Losses;
using GanSweep.Training.Progress;
using GanSweep.Training.Tasks;
using GanSweep.Training.Tests.Families;

namespace GanSweep.Training.Tests.Progress;

public sealed class TrainingProgressTests
{
    private readonly TrainingProgress _progress = new(2);

    [Fact]
    public void Add_OnlyALowerTotal_IsBetter()
    {
        Assert.True(Add(epoch: 1, total: 2));
        Assert.False(Add(epoch: 2, total: 2));
        Assert.False(Add(epoch: 3, total: 3));
        Assert.Equal((1, 2), (_progress.Best!.Epoch, _progress.EvaluationsWithoutBetter));
        Assert.Equal([1f], _progress.BestWeights);

        Assert.True(Add(epoch: 4, total: 1));
        Assert.Equal((4, 0, 4), (_progress.Best!.Epoch, _progress.EvaluationsWithoutBetter, _progress.History.Count));
        Assert.Equal([4f], _progress.BestWeights);
    }

    [Fact]
    public void Restore_OfEvaluations_FindsTheFirstOfTheBest()
    {
        _progress.Restore([Point(1, 3), Point(2, 1), Point(3, 1), Point(4, 2)], [7]);

        Assert.Equal((2, 2), (_progress.Best!.Epoch, _progress.EvaluationsWithoutBetter));
        Assert.Equal([7f], _progress.BestWeights);
    }

    [Fact]
    public void CompleteEpoch_GivesItsMeansAndBeginsTheNext()
    {
        _progress.Sums.Add(0, 1, batch: 3);
        _progress.Sums.Add(0, 5, batch: 1);
        _progress.Sums.Add(1, -2, batch: 2);
        _progress.Step = 4;

        Assert.Equal([2f, -2f], _progress.CompleteEpoch());

        Assert.Equal((1, 0), (_progress.Epoch, _progress.Step));
        Assert.Equal([0L, 0], _progress.Sums.Rows);
        Assert.Equal([0.0, 0], _progress.Sums.Losses);
        Assert.Equal([2f, -2f], Assert.Single(_progress.Losses.Epochs));
    }

    [Theory]
    [InlineData(3, 0, false)]
    [InlineData(4, 0, true)]
    [InlineData(5, 0, true)]
    [InlineData(1, 4, false)]
    [InlineData(1, 3, true)]
    [InlineData(1, 2, true)]
    public void IsFinished_AfterTheEpochsOrWithoutPatience(int epoch, int patience, bool expected)
    {
        _progress.Epoch = epoch;
        foreach (int evaluation in (int[])[1, 2, 3, 4])
        {
            Add(evaluation, total: 1);
        }

        Configuration configuration = TinyTask.Configuration.With(LoopKeys.Epochs, 4).With(LoopKeys.Patience, patience);

        Assert.Equal(expected, _progress.IsFinished(configuration));
    }

    [Fact]
    public void LossLog_WrittenDown_IsReadBack()
    {
        LossLog log = new(2);
        log.Add([1, 10]);
        log.Add([2, 20]);
        log.Add([3, 30]);

        Assert.Equal([1f, 2, 3, 10, 20, 30], log.ToArray());
        Assert.Equal(log.Epochs, LossLog.FromArray(log.ToArray(), 2).Epochs);
    }

    private bool Add(int epoch, double total)
    {
        return _progress.Add(Point(epoch, total), [epoch]);
    }

    private static ScoredEpoch Point(int epoch, double total)
    {
        return new ScoredEpoch(epoch, new Scores { [Score.Total] = total });
    }
}
