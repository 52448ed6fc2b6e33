using Spectre.Console;

namespace GanSweep.Benchmarks.Trainer;

/// <summary>A GAN's steps against the loop that tutorials write.</summary>
internal sealed class TrainerBenchmark : IBenchmark
{
    public string Name => "trainer";

    public string Description => "steps of GanSweep's engines against nn.Sequential + optim.Adam: at least as many times as fast as the last column says";

    public Task<bool> RunAsync(IAnsiConsole console)
    {
        return Task.FromResult(StepTimes.Write(console, GanCase.All));
    }
}
