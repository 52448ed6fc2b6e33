namespace GanSweep.Contracts.Tests.Architecture;

/// <summary>The files these tests were built from.</summary>
internal static class Repository
{
    /// <summary>The folder of GanSweep.sln.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "GanSweep.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException($"No GanSweep.sln above {AppContext.BaseDirectory}.");
    }
}
