using GanSweep.Client.Output;
using GanSweep.Client.Progress;
using GanSweep.Client.Tests.Fakes;
using Microsoft.Extensions.Time.Testing;
using Spectre.Console.Testing;

namespace GanSweep.Client.Tests.Progress;

public sealed class LineDisplayTests
{
    [Fact]
    public void Show_NothingEnded_SaysSomethingEveryTenSeconds()
    {
        using TestConsole console = new TestConsole().Width(200);
        FakeTimeProvider time = new();
        using LineDisplay display = new(new ErrorConsole(console), time, []);

        display.Show(Boards.Underway());
        time.Advance(TimeSpan.FromSeconds(9.9));
        display.Show(Boards.Underway());

        Assert.Single(console.Lines);

        time.Advance(TimeSpan.FromSeconds(0.1));
        display.Show(Boards.Underway());

        Assert.Equal(2, console.Lines.Count);
    }

    [Fact]
    public void Show_FirstEpochs_SaysSoAtOnce()
    {
        using TestConsole console = new TestConsole().Width(200);
        using LineDisplay display = new(new ErrorConsole(console), new FakeTimeProvider(), []);

        display.Show(Boards.Underway() with { EpochsPerSecond = 0 });
        display.Show(Boards.Underway());
        display.Show(Boards.Underway());

        Assert.Equal(2, console.Lines.Count);
        Assert.Contains("41.2 epochs/s", console.Lines[1]);
    }

    [Fact]
    public void Show_RunsThatBeginAfterTheYardsticks_SaysSoAtOnce()
    {
        using TestConsole console = new TestConsole().Width(200);
        using LineDisplay display = new(new ErrorConsole(console), new FakeTimeProvider(), []);

        display.Show(Boards.Underway() with { EpochsPerSecond = 0, Prepared = 0.5, Running = [] });
        display.Show(Boards.Underway() with { EpochsPerSecond = 0, Prepared = 0.7, Running = [] });
        display.Show(Boards.Underway() with { EpochsPerSecond = 0 });
        display.Show(Boards.Underway() with { EpochsPerSecond = 0 });

        Assert.Equal(2, console.Lines.Count);
        Assert.Contains("2 running", console.Lines[1]);
    }

    [Fact]
    public void Show_RunEnded_SaysSoAtOnce()
    {
        using TestConsole console = new TestConsole().Width(200);
        using LineDisplay display = new(new ErrorConsole(console), new FakeTimeProvider(), []);

        display.Show(Boards.Underway());
        display.Show(Boards.Underway(completed: 2));

        Assert.Equal(2, console.Lines.Count);
        Assert.Contains("2 of 12 done", console.Lines[1]);
    }
}
