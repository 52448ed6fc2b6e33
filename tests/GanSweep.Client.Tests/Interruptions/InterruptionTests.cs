using GanSweep.Client.Errors;
using GanSweep.Client.Interruptions;
using GanSweep.Client.Output;
using Spectre.Console.Testing;

namespace GanSweep.Client.Tests.Interruptions;

public sealed class InterruptionTests
{
    [Fact]
    public void Signal_First_CancelsAndSecondExits()
    {
        using TestConsole console = new();
        List<ExitCode> exits = [];
        using Interruption interruption = new(new ErrorConsole(console), exits.Add);

        interruption.Signal();

        Assert.True(interruption.Token.IsCancellationRequested);
        Assert.Empty(exits);
        Assert.Contains("once more", console.Output);

        interruption.Signal();

        Assert.Equal([ExitCode.Interrupted], exits);
    }
}
