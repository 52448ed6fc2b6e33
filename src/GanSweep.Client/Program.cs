using GanSweep.Client.CommandLine;
using GanSweep.Client.Interruptions;

namespace GanSweep.Client;

internal static class Program
{
    private static async Task<int> Main(string[] arguments)
    {
        ClientEnvironment environment = ClientEnvironment.OfProcess();
        using Interruption interruption = Interruption.Listen(environment.Error);
        return (int)await ConsoleProgram.RunAsync(arguments, environment, interruption.Token);
    }
}
