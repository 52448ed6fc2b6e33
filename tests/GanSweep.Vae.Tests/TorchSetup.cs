using System.Runtime.CompilerServices;
using GanSweep.Networks;

namespace GanSweep.Vae.Tests;

internal static class TorchSetup
{
    // As a host does: before the first tensor of the process.
    [ModuleInitializer]
    internal static void Initialize()
    {
        TorchRuntime.Initialize();
    }
}
