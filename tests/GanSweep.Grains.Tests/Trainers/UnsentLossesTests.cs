using GanSweep.Contracts.Reports;
using GanSweep.Contracts.Runs;
using GanSweep.Grains.Trainers;
using GanSweep.Training.Tasks;

namespace GanSweep.Grains.Tests.Trainers;

/// <summary>Of losses that nobody takes, the older ones are dropped. As the run tells them, which is all that is known of them outside.</summary>
public sealed class UnsentLossesTests
{
    private const int Kept = 4096;

    private readonly LeasedRun _run = TestRuns.Leased();

    [Fact]
    public void Add_AsManyAsAreKept_DropsNone()
    {
        Complete(1, Kept);

        Assert.Equal((1, Kept), (Losses().FirstEpoch, Losses().Count));
    }

    [Fact]
    public void Add_OneMore_DropsTheOlderHalf()
    {
        Complete(1, Kept + 1);

        Assert.Equal(((Kept / 2) + 1, (Kept / 2) + 1), (Losses().FirstEpoch, Losses().Count));
    }

    [Fact]
    public void Acknowledge_SomeThatWereDroppedInTheMeantime_LeavesThoseNotTold()
    {
        Complete(1, Kept);
        ProgressReport told = Progress();
        Complete(Kept + 1, Kept + 3);

        _run.Answered(told, ReportAnswer.Accepted);

        Assert.Equal((Kept + 1, 3), (Losses().FirstEpoch, Losses().Count));
    }

    [Fact]
    public void Acknowledge_OnlySomeThatWereDroppedInTheMeantime_LeavesAll()
    {
        Complete(1, 3);
        ProgressReport told = Progress();
        Complete(4, Kept + 1);

        _run.Answered(told, ReportAnswer.Accepted);

        Assert.Equal(((Kept / 2) + 1, (Kept / 2) + 1), (Losses().FirstEpoch, Losses().Count));
    }

    private void Complete(int first, int last)
    {
        for (int epoch = first; epoch <= last; epoch++)
        {
            ((ITrainingObserver)_run).CompleteEpoch(epoch);
        }
    }

    private ProgressReport Progress()
    {
        return Assert.IsType<ProgressReport>(Assert.Single(_run.TakeReports()));
    }

    private LossHistory Losses()
    {
        return Progress().Losses;
    }
}
