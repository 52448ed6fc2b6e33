using GanSweep.Silo.Logs;
using Microsoft.Extensions.Time.Testing;
using Orleans.Runtime;
using Serilog.Events;

namespace GanSweep.Silo.Tests.Logs;

public sealed class LibraryLinesTests
{
    private const string Watchdog = "Participant check thread has not completed for {TimeSinceLastTick}, potentially indicating lock contention.";

    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void IsNoise_WatchdogWithoutAClock_IsAndARealStallIsNot()
    {
        LibraryLines lines = new(_time);
        _time.Advance(TimeSpan.FromMinutes(5));

        Assert.True(lines.IsNoise(Stall(TimeSpan.FromHours(3.5))));
        Assert.False(lines.IsNoise(Stall(TimeSpan.FromMinutes(4))));
    }

    [Fact]
    public void IsNoise_FirstMissedProbe_IsNotAndFurtherOnesAre()
    {
        LibraryLines lines = new(_time);

        Assert.False(lines.IsNoise(Probe(1)));
        Assert.True(lines.IsNoise(Probe(2)));
    }

    [Fact]
    public void IsNoise_CallToASiloThatIsGone_IsAndACallThatFailedForAnotherReasonIsNot()
    {
        LibraryLines lines = new(_time);

        Assert.True(lines.IsNoise(Call(new SiloUnavailableException("gone"))));
        Assert.False(lines.IsNoise(Call(new InvalidOperationException("a bug"))));
    }

    [Fact]
    public void IsNoise_PlacementTriedAgain_IsAndOtherPipelinesAreNot()
    {
        LibraryLines lines = new(_time);

        Assert.True(lines.IsNoise(Retry("Orleans.Placement")));
        Assert.False(lines.IsNoise(Retry("Another")));
    }

    [Theory]
    [InlineData("Orleans.Runtime.Silo", true)]
    [InlineData("Microsoft.Hosting.Lifetime", true)]
    [InlineData("Polly", true)]
    [InlineData("GanSweep.Grains.Trainers.TrainerHost", false)]
    public void IsOne_BySource_IsOfTheLibraries(string source, bool expected)
    {
        Assert.Equal(expected, LibraryLines.IsOne(LogLines.Of(source, LogEventLevel.Warning, "x")));
    }

    private static LogEvent Stall(TimeSpan duration)
    {
        return LogLines.Of("Orleans.Runtime.Watchdog", LogEventLevel.Warning, Watchdog, null, ("TimeSinceLastTick", duration));
    }

    private static LogEvent Probe(int missed)
    {
        return LogLines.Of(
            "Orleans.Runtime.MembershipService.SiloHealthMonitor", LogEventLevel.Warning, "Missed {FailedProbeCount}", null, ("FailedProbeCount", missed));
    }

    private static LogEvent Call(Exception failure)
    {
        return LogLines.Of("Orleans.Messaging", LogEventLevel.Error, "Failed to address message {Message}", failure, ("Message", "m"));
    }

    private static LogEvent Retry(string pipeline)
    {
        return LogLines.Of("Polly", LogEventLevel.Warning, "Execution attempt. Source: '{PipelineName}'", null, ("PipelineName", pipeline));
    }
}
