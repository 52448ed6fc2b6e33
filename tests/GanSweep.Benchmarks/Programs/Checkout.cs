namespace GanSweep.Benchmarks.Programs;

/// <summary>Where this checkout, its table and its programs are.</summary>
internal static class Checkout
{
    private static readonly DirectoryInfo Output = new(AppContext.BaseDirectory);

    public static string Root { get; } = FindRoot();

    public static string Table => Path.Combine(Root, "data", "eu-stock-losses.csv");

    /// <summary>The console program, built the way this benchmark was.</summary>
    public static string Client => Path.Combine(Root, "src", "GanSweep.Client", "bin", Output.Parent!.Name, Output.Name, "gansweep.dll");

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
