using System.Diagnostics;

namespace GanSweep.Files.Tests;

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("gansweep-files-").FullName;

    /// <summary>The path of a file, written if it is given a content.</summary>
    public string File(string name, string? content = null)
    {
        string path = System.IO.Path.Combine(Path, name);
        if (content is not null)
        {
            System.IO.File.WriteAllText(path, content);
        }

        return path;
    }

    /// <summary>A named pipe.</summary>
    public string Pipe(string name)
    {
        string path = File(name);
        using Process process = Process.Start("mkfifo", [path]);
        process.WaitForExit();
        return path;
    }

    /// <summary>A symbolic link.</summary>
    public string Link(string name, string target)
    {
        string path = File(name);
        System.IO.File.CreateSymbolicLink(path, target);
        return path;
    }

    public void Dispose()
    {
        Directory.Delete(Path, recursive: true);
    }
}
