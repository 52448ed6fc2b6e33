using System.Collections.Immutable;
using GanSweep.Contracts.Reports;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Sweeps;
using GanSweep.Sweeps.Attempts;
using Microsoft.Extensions.Time.Testing;

namespace GanSweep.Sweeps.Tests.Attempts;

public sealed class AttemptLogTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private readonly FakeTimeProvider _time = new(Start);
    private readonly AttemptLog _log;

    public AttemptLogTests()
    {
        _log = new AttemptLog(_time);
    }

    [Fact]
    public void Answered_EachWayToEnd_IsToldWithItsTime()
    {
        RunReport[] reports =
        [
            new FailedReport(1, 1, 3, "it diverged", Final: true), new CheckpointReport(2, 1, 4, [], GivesBack: true), new CheckpointReport(3, 1, 4, [], GivesBack: false),
            new ProgressReport(4, 1, 5, LossHistory.Empty, null),
        ];
        foreach (RunReport report in reports)
        {
            Report("a", ReportAnswer.Accepted, report);
        }

        _time.Advance(TimeSpan.FromSeconds(7));
        _log.Lost(4);

        Timeline told = _log.View();
        Assert.Equal((Start, Start.AddSeconds(7)), (told.Since, told.Now));
        Assert.Equal([AttemptEnd.Failed, AttemptEnd.GivenBack, null, AttemptEnd.Lost], told.Attempts.Select(span => span.End));
        Assert.Equal([Start, Start, null, Start.AddSeconds(7)], told.Attempts.Select(span => span.Ended));
        Assert.All(told.Attempts, span => Assert.Null(span.Begun));
    }

    [Fact]
    public void Answered_ReportThatIsRejected_ChangesNothing()
    {
        Report("a", ReportAnswer.Rejected, new FailedReport(1, 1, 3, "late", Final: false));

        Assert.Empty(_log.View().Attempts);
    }

    [Fact]
    public void Lost_ThenHeardOfUnderTheNextAttempt_AreTwoAttempts()
    {
        Report("a", ReportAnswer.Accepted, new ProgressReport(9, 1, 5, LossHistory.Empty, null));
        _log.Lost(9);
        Report("b", ReportAnswer.Accepted, new ProgressReport(9, 2, 1, LossHistory.Empty, null));
        Report("a", ReportAnswer.Rejected, new FailedReport(9, 1, 6, "a zombie", Final: false));

        Assert.Equal([(1, "a", AttemptEnd.Lost), (2, "b", null)], _log.View().Attempts.Select(span => (span.Attempt, span.Trainer, span.End)));
    }

    [Fact]
    public void View_MoreThanAreKept_HasTheLast()
    {
        for (int run = 1; run <= 2_500; run++)
        {
            Report("a", ReportAnswer.Accepted, new FailedReport(run, 1, 1, "it failed", Final: true));
        }

        ImmutableArray<AttemptSpan> attempts = _log.View().Attempts;
        Assert.Equal((2_000, 501, 2_500), (attempts.Length, attempts[0].Run, attempts[^1].Run));
    }

    private void Report(string trainer, ReportAnswer answer, RunReport report)
    {
        _log.Answered(trainer, [report], [answer]);
    }
}
