using GanSweep.Client.Output;
using Spectre.Console.Testing;

namespace GanSweep.Client.Tests.Output;

public sealed class ErrorConsoleTests
{
    [Fact]
    public void WriteLine_WhileALiveRegionIsShown_GoesAboveIt()
    {
        using TestConsole console = new TestConsole().Width(40).EmitAnsiSequences();
        ErrorConsole error = new(console);

        error.ShowLive("one", "two");
        error.WriteLine("a log line");
        error.ShowLive();

        Assert.Equal(
            "\e[?2026hone\ntwo\n\e[?2026l" + "\r\e[2A\e[0J" + "a log line\n" + "one\ntwo\n" + "\e[?2026h\r\e[2A\e[0J\e[?2026l",
            console.Output);
    }

    [Fact]
    public void CanRedraw_FileInsteadOfTerminal_IsFalse()
    {
        using TestConsole console = new();
        console.Profile.Out = new Spectre.Console.AnsiConsoleOutput(TextWriter.Null);

        Assert.False(new ErrorConsole(console).CanRedraw);
    }
}
