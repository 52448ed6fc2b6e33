using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using GanSweep.Gan.Configurations;
using GanSweep.Numerics.Randomness;
using GanSweep.Tables;
using GanSweep.Tables.Schema;
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

    [Theory]
    [InlineData(TransformKind.Standard)]
    [InlineData(TransformKind.Quantile)]
    public async Task Draw_MixedRows_AreThoseDrawnHere(TransformKind kind)
    {
        TrainedGenerator generator = SampleGenerator.CreateMixed(kind);
        Assert.NotEmpty(generator.Transform.Gaps);
        float[][] latents = [.. Enumerable.Range(0, 40).Select(number => LatentOf(generator, number))];

        using JsonDocument rows = await DrawAsync(generator, latents);
        HashSet<(string Column, string? Level)> seen = [];
        ImmutableArray<ColumnSchema> schema = generator.Transform.Schema;
        Assert.Equal(latents.Length, rows.RootElement.GetArrayLength());
        foreach ((JsonElement row, float[] latent) in rows.RootElement.EnumerateArray().Zip(latents))
        {
            Assert.Equal(schema.Length, row.GetArrayLength());
            Table expected = generator.Transform.InverseTable(SampleGenerator.Forward(generator, latent));
            foreach ((JsonElement cell, int column) in row.EnumerateArray().Select((cell, column) => (cell, column)))
            {
                double value = expected.Column(column)[0];
                seen.Add((schema[column].Name, cell.ValueKind == JsonValueKind.String ? cell.GetString() : null));
                if (double.IsNaN(value))
                {
                    Assert.Equal("", cell.GetString());
                }
                else if (expected.Schema[column].HasLevels)
                {
                    Assert.Equal(expected.Schema[column].Levels[(int)value], cell.GetString());
                }
                else
                {
                    Assert.Equal(value, cell.GetDouble(), 1e-5 * Math.Abs(value));
                }
            }
        }

        // Every level of the columns that have few, several of the one that has seventy, and missing cells of every column that has them.
        Assert.All(schema.Where(column => column.Levels.Length <= 3), column => Assert.All(column.Levels, level => Assert.Contains((column.Name, level), seen)));
        Assert.InRange(seen.Count(outcome => outcome is { Column: "word", Level: not ("" or null) }), 3, 70);
        Assert.Equal(["city", "due", "paid", "price", "seen"], seen.Where(outcome => outcome.Level == "").Select(outcome => outcome.Column).Order());
    }

    // Far out, days are the first or the last that was observed, and most have another weekday.
    [Theory]
    [InlineData(TransformKind.Standard)]
    [InlineData(TransformKind.Quantile)]
    public async Task Draw_DaysAtTheEnds_AreMovedToTheirWeekdaysWithinThem(TransformKind kind)
    {
        TrainedGenerator generator = SampleGenerator.CreateMixed(kind);
        float[][] latents = [.. Enumerable.Range(0, 40).Select(number => LatentOf(generator, number).Select(value => 1_000 * value).ToArray())];
        int day = generator.Transform.Schema.Select(column => column.Name).ToList().IndexOf("day");

        using JsonDocument rows = await DrawAsync(generator, latents);

        double[] drawn = [.. rows.RootElement.EnumerateArray().Select(row => row[day].GetDouble())];
        Assert.Equal(latents.Select(latent => generator.Transform.Inverse(SampleGenerator.Forward(generator, latent))[day][0]), drawn);
        Assert.All(drawn, value => Assert.InRange(value, 4, 561));
        Assert.Contains(drawn, value => value < 4 + 7);
        Assert.Contains(drawn, value => value > 561 - 7);
        Assert.True(drawn.Distinct().Count() > 2, "Days are moved.");
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

    private static async Task<JsonDocument> DrawAsync(TrainedGenerator generator, float[][] latents)
    {
        // The same noise for every outcome makes the one that is said loudest the largest.
        return JsonDocument.Parse(await RunAsync(
            generator,
            zip => ["-c", $"import sys, json; sys.path.insert(0, {Quoted(Path.GetDirectoryName(Script)!)}); import draw_rows; draw_rows.random.random = lambda: 0.5; "
                + $"g = draw_rows.load({Quoted(zip)}); "
                + $"print(json.dumps([draw_rows.draw(*g, latent) for latent in [{string.Join(", ", latents.Select(latent => $"[{string.Join(", ", latent)}]"))}]]))"]));
    }

    private static async Task AssertDrawsAsItDoesHereAsync(TrainedGenerator generator)
    {
        float[] latent = LatentOf(generator, 0);
        string drawn = await RunAsync(
            generator,
            zip => ["-c", $"import sys; sys.path.insert(0, {Quoted(Path.GetDirectoryName(Script)!)}); from draw_rows import *; "
                + $"print(draw(*load({Quoted(zip)}), [{string.Join(", ", latent)}]))"]);

        double[] expected = [.. generator.Transform.Inverse(SampleGenerator.Forward(generator, latent)).Select(column => column[0])];
        double[] row = [.. drawn.Trim(' ', '\n', '\r', '[', ']').Split(',').Select(text => double.Parse(text, CultureInfo.InvariantCulture))];
        Assert.Equal(expected.Length, row.Length);
        Assert.All(expected.Zip(row), pair => Assert.Equal(pair.First, pair.Second, 1e-5 * Math.Abs(pair.First)));
    }

    private static float[] LatentOf(TrainedGenerator generator, int number)
    {
        float[] latent = new float[generator.Configuration.Get(GanKeys.LatentDim)];
        new CounterRandom(3, RandomPurpose.Sampling, number).FillNormal(latent);
        return latent;
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
