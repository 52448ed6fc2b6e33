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
    public void Format_ErrorThatIsABug_HasItsStackTraceWhereThatIsWanted()
    {
        LogEvent line = LogLines.Of("Orleans.Runtime.Scheduler", LogEventLevel.Error, "Broken", LogLines.Thrown(new InvalidCastException("no cast")));
        Assert.Equal($"03:04:05.000 ERR Broken: no cast{Environment.NewLine}", Format(line));

        string text = Format(line, stackTraces: true);

        Assert.StartsWith($"03:04:05.000 ERR Broken{Environment.NewLine}System.InvalidCastException: no cast", text, StringComparison.Ordinal);
        Assert.Contains("   at ", text, StringComparison.Ordinal);
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
    public void Format_GanSweepsOwnWarning_HasAllItsLinesAndWithStackTracesItsOwn()
    {
        Assert.Equal(
            $"03:04:05.000 WRN First\nsecond{Environment.NewLine}",
            Format(LogLines.Of("GanSweep.Grains.Sweeps.SweepGrain", LogEventLevel.Warning, "First\nsecond")));

        string text = Format(
            LogLines.Of("GanSweep.Grains.Sweeps.SweepGrain", LogEventLevel.Warning, "First\nsecond", LogLines.Thrown(new InvalidOperationException("why"))),
            stackTraces: true);

        Assert.Contains("First\nsecond", text, StringComparison.Ordinal);
        Assert.Contains("InvalidOperationException: why", text, StringComparison.Ordinal);
        Assert.Contains("   at ", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Format_MessageOfALibraryThatTellsItsWholeState_IsCut()
    {
        string text = Format(LogLines.Of("Orleans.Clustering", LogEventLevel.Warning, new string('x', 1000)));

        Assert.InRange(text.Length, 200, 300);
        Assert.EndsWith($"…{Environment.NewLine}", text, StringComparison.Ordinal);
    }

    private static string Format(LogEvent line, bool stackTraces = false)
    {
        // In the time of the event, so that the hour does not depend on where the test runs.
        Assert.Equal(TimeSpan.Zero, line.Timestamp.Offset);
        using StringWriter text = new();
        new SiloTextFormatter(stackTraces).Format(line, text);
        return text.ToString();
    }
}
