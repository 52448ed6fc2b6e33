namespace GanSweep.Benchmarks.Programs;

/// <summary>Where this checkout, its table and its programs are.</summary>
internal static class Checkout
{
    private static readonly DirectoryInfo Output = new(AppContext.BaseDirectory);

    public static string Root { get; } = FindRoot();

    public static string Table => Path.Combine(Root, "data", "eu-stock-losses.csv");

    /// <summary>The console program, built the way this benchmark was.</summary>
    public static string Client => Program("GanSweep.Client", "gansweep.dll");

    /// <summary>The silo, built the way this benchmark was.</summary>
    public static string Silo => Program("GanSweep.Silo", "gansweep-silo.dll");

    private static string Program(string project, string assembly)
    {
        return Path.Combine(Root, "src", project, "bin", Output.Parent!.Name, Output.Name, assembly);
    }

    private static string FindRoot()
    {
        DirectoryInfo folder = Output;
        while (!File.Exists(Path.Combine(folder.FullName, "GanSweep.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException($"No GanSweep.sln above {Output.FullName}.");
        }

        return folder.FullName;
    }
}
