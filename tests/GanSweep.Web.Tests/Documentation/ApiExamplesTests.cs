using System.Diagnostics;
using System.Text.RegularExpressions;
using GanSweep.Web.Tests.Fakes;

namespace GanSweep.Web.Tests.Documentation;

/// <summary>What docs/api.md shows is done as it stands there, but for the address.</summary>
public sealed partial class ApiExamplesTests
{
    [Theory]
    [InlineData("sh", "sh", "curl", "rows.csv")]
    [InlineData("python", "python3", "python3", "python-rows.csv")]
    public async Task Example_AsItStands_Works(string language, string program, string needed, string rows)
    {
        Assert.SkipUnless(IsInstalled(needed), $"{needed} is not installed.");
        await using ApiSilo silo = await ApiSilo.StartAsync();
        string folder = Directory.CreateTempSubdirectory("gansweep-").FullName;
        try
        {
            Directory.CreateSymbolicLink(Path.Combine(folder, "data"), RepositoryFiles.Path("data"));
            string example = Blocks().Matches(await File.ReadAllTextAsync(RepositoryFiles.Path("docs", "api.md"), TestContext.Current.CancellationToken))
                .Single(block => block.Groups["language"].Value == language).Groups["text"].Value;
            string script = Path.Combine(folder, "example");
            await File.WriteAllTextAsync(script, example.Replace("http://127.0.0.1:8080", silo.Origin, StringComparison.Ordinal), TestContext.Current.CancellationToken);

            (int code, string output) = await RunAsync(program, script, folder);

            Assert.True(code == 0, output);
            Assert.Equal(101, (await File.ReadAllLinesAsync(Path.Combine(folder, rows), TestContext.Current.CancellationToken)).Length);
            Assert.Contains("nonSaturating", output);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<(int Code, string Output)> RunAsync(string program, string script, string folder)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, [script])
        {
            UseShellExecute = false,
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        try
        {
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return (process.ExitCode, await output + await error);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private static bool IsInstalled(string program)
    {
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, program)));
    }

    [GeneratedRegex("^```(?<language>sh|python)\n(?<text>.*?)^```$", RegexOptions.ExplicitCapture | RegexOptions.Singleline | RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Blocks();
}
