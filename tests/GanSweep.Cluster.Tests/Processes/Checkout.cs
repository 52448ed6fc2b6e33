namespace GanSweep.Cluster.Tests.Processes;

/// <summary>Where this checkout and its programs are.</summary>
internal static class Checkout
{
    private static readonly DirectoryInfo Output = new(AppContext.BaseDirectory);

    public static string Root { get; } = FindRoot();

    /// <summary>How this test was built, and with it the programs.</summary>
    public static string Configuration { get; } = Output.Parent!.Name;

    /// <summary>A program of this checkout, built the way this test was.</summary>
    public static string Program(string project, string assembly)
    {
        string path = Path.Combine(Root, "src", project, "bin", Configuration, Output.Name, assembly);
        return File.Exists(path) ? path : throw new FileNotFoundException($"{path} is not built: run 'dotnet build GanSweep.sln -c {Configuration}'.");
    }

    public static string Table(string name)
    {
        return Path.Combine(Root, "data", name);
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
