using Spectre.Console;

namespace GanSweep.Benchmarks;

/// <summary>One measurement, run by its name.</summary>
internal interface IBenchmark
{
    /// <summary>The name on the command line.</summary>
    string Name { get; }

    /// <summary>What it measures, in a line.</summary>
    string Description { get; }

    /// <summary>Measures and prints a table.</summary>
    /// <returns>Whether its target was met.</returns>
    Task<bool> RunAsync(IAnsiConsole console);
}
