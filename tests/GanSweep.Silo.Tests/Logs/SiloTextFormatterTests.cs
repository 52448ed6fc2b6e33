using System.Net.Sockets;
using GanSweep.Silo.Logs;
using Orleans.Runtime;
using Serilog.Events;

namespace GanSweep.Silo.Tests.Logs;

public sealed class SiloTextFormatterTests
{
    [Fact]
    public void Format_WarningOfALibrary_IsOneLineWithTheReason()
    {
        Exception failure = LogLines.Thrown(new InvalidDataException("outer", LogLines.Thrown(new InvalidOperationException("the reason"))));

        string text = Format(LogLines.Of("Orleans.Runtime.Watchdog", LogEventLevel.Warning, "Something\nand more", failure));

        Assert.Equal($"03:04:05.000 WRN Something: the reason{Environment.NewLine}", text);
    }

    [Fact]
    public void Format_ErrorThatIsABug_IsOneLineToo()
    {
        LogEvent line = LogLines.Of("Orleans.Runtime.Scheduler", LogEventLevel.Error, "Broken", LogLines.Thrown(new InvalidCastException("no cast")));

        Assert.Equal($"03:04:05.000 ERR Broken: no cast{Environment.NewLine}", Format(line));
    }

    public static TheoryData<Exception> Elsewhere =>
    [
        new SocketException((int)SocketError.ConnectionRefused),
        new IOException("wrapped", new SocketException((int)SocketError.ConnectionReset)),
        new SiloUnavailableException("gone"),
        new TimeoutException("late"),
        new StackExchange.Redis.RedisConnectionException(StackExchange.Redis.ConnectionFailureType.UnableToConnect, "no Redis"),
    ];

    [Theory]
    [MemberData(nameof(Elsewhere))]
    public void Format_SomethingElseDidNotAnswer_IsOneLineWhoeverWroteIt(Exception failure)
    {
        foreach (string source in (string[])["GanSweep.Grains.Trainers.TrainerHost", "Orleans.Runtime.Messaging"])
        {
            string text = Format(LogLines.Of(source, LogEventLevel.Error, "No answer", LogLines.Thrown(failure)));

            Assert.Equal($"03:04:05.000 ERR No answer: {failure.GetBaseException().Message}{Environment.NewLine}", text);
        }
    }

    [Fact]
    public void Format_GanSweepsOwnWarning_HasAllItsLinesUnlessAFailureFollows()
    {
        const string Source = "GanSweep.Grains.Sweeps.SweepGrain";

        Assert.Equal($"03:04:05.000 WRN First\nsecond{Environment.NewLine}", Format(LogLines.Of(Source, LogEventLevel.Warning, "First\nsecond")));
        Assert.Equal(
            $"03:04:05.000 WRN First: why{Environment.NewLine}",
            Format(LogLines.Of(Source, LogEventLevel.Warning, "First\nsecond", LogLines.Thrown(new InvalidOperationException("why")))));
    }

    [Fact]
    public void Format_MessageOfALibraryThatTellsItsWholeState_IsCut()
    {
        string text = Format(LogLines.Of("Orleans.Clustering", LogEventLevel.Warning, new string('x', 1000)));

        Assert.InRange(text.Length, 200, 300);
        Assert.EndsWith($"…{Environment.NewLine}", text, StringComparison.Ordinal);
    }

    private static string Format(LogEvent line)
    {
        // In the time of the event, so that the hour does not depend on where the test runs.
        Assert.Equal(TimeSpan.Zero, line.Timestamp.Offset);
        using StringWriter text = new();
        new SiloTextFormatter().Format(line, text);
        return text.ToString();
    }
}
