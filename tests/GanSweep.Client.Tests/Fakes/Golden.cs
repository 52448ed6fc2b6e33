using System.Runtime.CompilerServices;

namespace GanSweep.Client.Tests.Fakes;

/// <summary>Texts that were looked at once, and must not change unnoticed.</summary>
internal static class Golden
{
    /// <summary>Compares with a file of the Goldens folder. With GANSWEEP_WRITE_GOLDENS=1 the file is written instead, and the test fails.</summary>
    public static void Matches(string name, string actual, [CallerFilePath] string caller = "")
    {
        if (Environment.GetEnvironmentVariable("GANSWEEP_WRITE_GOLDENS") == "1")
        {
            string path = Path.Combine(Path.GetDirectoryName(caller)!, "..", "Goldens", name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, Trimmed(actual));
            Assert.Fail($"{name} was written; look at it, and run without GANSWEEP_WRITE_GOLDENS.");
        }

        Assert.Equal(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Goldens", name)), Trimmed(actual));
    }

    // Tables end their lines with blanks, which editors take away.
    private static string Trimmed(string text)
    {
        return string.Join('\n', text.Split('\n').Select(line => line.TrimEnd()));
    }
}
