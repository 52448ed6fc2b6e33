using GanSweep.Client;
using GanSweep.Client.CommandLine;
using GanSweep.Client.Interruptions;

ClientEnvironment environment = ClientEnvironment.OfProcess();
using Interruption interruption = Interruption.Listen(environment.Error);
return (int)await ConsoleProgram.RunAsync(args, environment, interruption.Token);
