using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using GanSweep.Gan.Configurations;
using GanSweep.Numerics.Randomness;
using GanSweep.Tables.Transforms;
using GanSweep.Training.Generators;

namespace GanSweep.Gan.Tests.GeneratorFiles;

/// <summary>The script that the documentation shows reads what is written here. Skipped where there is no Python.</summary>
public sealed class PythonTests
{
    private static readonly string Script = Path.Combine(AppContext.BaseDirectory, "GeneratorFiles", "draw_rows.py");

    [Theory]
    [InlineData(TransformKind.None, true)]
    [InlineData(TransformKind.Standard, false)]
    [InlineData(TransformKind.MinMax, true)]
    [InlineData(TransformKind.Log, false)]
    [InlineData(TransformKind.Quantile, false)]
    [InlineData(TransformKind.Quantile, true)]
    public async Task Draw_SameLatentVector_GivesTheSameRow(TransformKind kind, bool clip)
    {
        await AssertDrawsAsItDoesHereAsync(SampleGenerator.Create(kind, clip));
    }

    [Fact]
    public async Task Draw_WholeNumbersWithoutLevels_AreRounded()
    {
        await AssertDrawsAsItDoesHereAsync(KeptFormats.ReadFormat2());
    }

    [Fact]
    public async Task Main_FiveRows_PrintsAHeaderAndFiveRows()
    {
        string printed = await RunAsync(SampleGenerator.Create(), zip => [Script, zip, "5"]);

        Assert.Equal(6, printed.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public void Reference_Script_IsTheTestedOne()
    {
        DirectoryInfo folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "GanSweep.sln")))
        {
            folder = folder.Parent!;
        }

        Assert.Contains(File.ReadAllText(Script).Trim(), File.ReadAllText(Path.Combine(folder.FullName, "docs", "reference.md")), StringComparison.Ordinal);
    }

    private static async Task AssertDrawsAsItDoesHereAsync(TrainedGenerator generator)
    {
        float[] latent = new float[generator.Configuration.Get(GanKeys.LatentDim)];
        new CounterRandom(3, RandomPurpose.Sampling, 0).FillNormal(latent);

        string drawn = await RunAsync(
            generator,
            zip => ["-c", $"import sys; sys.path.insert(0, {Quoted(Path.GetDirectoryName(Script)!)}); from draw_rows import *; "
                + $"print(draw(*load({Quoted(zip)}), [{string.Join(", ", latent)}]))"]);

        double[] expected = [.. generator.Transform.Inverse(SampleGenerator.Forward(generator, latent)).Select(column => column[0])];
        double[] row = [.. drawn.Trim(' ', '\n', '\r', '[', ']').Split(',').Select(text => double.Parse(text, CultureInfo.InvariantCulture))];
        Assert.Equal(expected.Length, row.Length);
        Assert.All(expected.Zip(row), pair => Assert.Equal(pair.First, pair.Second, 1e-5 * Math.Abs(pair.First)));
    }

    private static async Task<string> RunAsync(TrainedGenerator generator, Func<string, string[]> arguments)
    {
        string zip = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".zip");
        try
        {
            await File.WriteAllBytesAsync(zip, GeneratorFileWriter.Write(generator), TestContext.Current.CancellationToken);
            ProcessStartInfo start = new("python3", arguments(zip)) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
            start.Environment["PYTHONDONTWRITEBYTECODE"] = "1";
            start.Environment["PYTHONIOENCODING"] = "utf-8";
            using Process python = Start(start);
            Task<string> errors = python.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            string output = await python.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await python.WaitForExitAsync(TestContext.Current.CancellationToken);

            // A launcher without a Python behind it says so with one of these.
            Assert.SkipWhen(python.ExitCode is 127 or 9009, "There is no python3 on this machine.");
            Assert.True(python.ExitCode == 0, await errors);
            return output;
        }
        finally
        {
            File.Delete(zip);
        }
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            Assert.Skip("There is no python3 on this machine.");
            throw;
        }
    }

    private static string Quoted(string text)
    {
        return "r'" + text + "'";
    }
}
