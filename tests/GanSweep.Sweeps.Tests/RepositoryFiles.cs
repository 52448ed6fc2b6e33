namespace GanSweep.Sweeps.Tests;

/// <summary>Files of the repository that tests hold to account.</summary>
internal static class RepositoryFiles
{
    /// <summary>The full path of a file, from the folder of the solution.</summary>
    public static string PathOf(string relativePath)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "GanSweep.sln")))
        {
            folder = folder.Parent;
        }

        Assert.NotNull(folder);
        return Path.Combine(folder.FullName, relativePath);
    }
}
