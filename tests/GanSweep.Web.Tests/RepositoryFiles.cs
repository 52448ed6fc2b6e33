namespace GanSweep.Web.Tests;

/// <summary>Files of the repository.</summary>
internal static class RepositoryFiles
{
    public static string Root { get; } = Find();

    public static string Path(params ReadOnlySpan<string> parts)
    {
        return System.IO.Path.Combine([Root, .. parts]);
    }

    private static string Find()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "GanSweep.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests are not within the repository.");
    }
}
