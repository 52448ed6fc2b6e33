namespace GanSweep.Client.Tests;

/// <summary>Files of the repository that tests hold to account.</summary>
internal static class RepositoryFiles
{
    /// <summary>The full path of a file, from the folder of the solution.</summary>
    public static string PathOf(string relativePath)
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "GanSweep.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder?.FullName ?? throw new DirectoryNotFoundException($"No GanSweep.sln above {AppContext.BaseDirectory}."), relativePath);
    }
}
