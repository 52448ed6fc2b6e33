using GanSweep.Contracts.Reports;
using GanSweep.Contracts.Silos;
using GanSweep.Grains.Silos;
using Microsoft.Extensions.Time.Testing;

namespace GanSweep.Grains.Tests.Silos;

public sealed class ErrorLogTests
{
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UnixEpoch);
    private readonly ErrorLog _log;

    public ErrorLogTests()
    {
        _log = new ErrorLog(_time);
    }

    [Fact]
    public void View_OfWhatWasNoted_HasTheLatestFirst()
    {
        _log.Note("one", "a-1");
        _time.Advance(TimeSpan.FromSeconds(3));
        _log.Note("two", "a-1", run: 7);

        Assert.Equal(
            [new SiloError(DateTimeOffset.UnixEpoch.AddSeconds(3), "two") { SweepId = "a-1", Run = 7 }, new SiloError(DateTimeOffset.UnixEpoch, "one") { SweepId = "a-1" }],
            _log.View());
    }

    [Fact]
    public void Answered_FailedAndRefusedReports_AreErrorsOfTheirTrainerAndOthersAreNone()
    {
        _log.Answered(
            "a-1",
            "trainer",
            [new FailedReport(1, 2, 3, "It diverged.", Final: true), new FailedReport(4, 1, 0, "late", Final: false), new CheckpointReport(5, 1, 2, [], GivesBack: true)],
            [ReportAnswer.Accepted, ReportAnswer.Rejected, ReportAnswer.Stop]);

        Assert.Equal(
            [(4, 1, "trainer", "Refused what it says of this attempt: the run has been granted to another since, or has ended."), (1, 2, "trainer", "Failed in epoch 3: It diverged.")],
            _log.View().Select(error => (error.Run!.Value, error.Attempt!.Value, error.Silo!, error.Message)));
    }

    [Fact]
    public void Told_ByATrainer_AreErrorsOfItsSiloAndOnceEach()
    {
        SiloError first = new(DateTimeOffset.UnixEpoch, "It could not start.") { SweepId = "a-1", Run = 7, Attempt = 2, Silo = "another" };
        SiloError second = new(DateTimeOffset.UnixEpoch.AddSeconds(1), new string('x', 5_000));

        _log.Told("trainer", [first]);
        _log.Told("trainer", [first, second]);
        _log.Told("of before", default);

        Assert.Equal(2, _log.View().Length);
        Assert.Equal(first with { Silo = "trainer" }, _log.View()[1]);
        Assert.Equal(("trainer", 501), (_log.View()[0].Silo, _log.View()[0].Message.Length));
    }

    [Fact]
    public void View_OfMany_IsBounded()
    {
        foreach (int number in Enumerable.Range(1, 200))
        {
            _log.Note($"{number} {new string('x', 5_000)}");
        }

        Assert.Equal(50, _log.View().Length);
        Assert.StartsWith("200 ", _log.View()[0].Message, StringComparison.Ordinal);
        Assert.All(_log.View(), error => Assert.InRange(error.Message.Length, 1, 501));
    }
}
