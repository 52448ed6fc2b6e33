using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using GanSweep.Flow.Tests.Training;
using GanSweep.Numerics.Randomness;
using GanSweep.Tables;
using GanSweep.Training.Generators;
using GanSweep.Training.Tasks;
using GanSweep.Training.Testing;

namespace GanSweep.Flow.Tests.GeneratorFiles;

/// <summary>The script that the documentation shows draws from a flow too. Skipped where there is no Python.</summary>
public sealed class PythonTests
{
    private const int Rows = 200;
    private const long Seed = 5;

    private static readonly string Script = Path.Combine(AppContext.BaseDirectory, "GeneratorFiles", "draw_rows.py");

    [Theory]
    [InlineData("standard", "leakyRelu", 10)]
    [InlineData("quantile", "relu", 17)]
    public async Task Draw_SameNoise_GivesTheRowsThatAreDrawnHere(string transform, string activation, int steps)
    {
        TrainingTask task = TinyTask.Of(
            $$"""
            { "transform": "{{transform}}", "activation": "{{activation}}", "batchSize": 45, "epochs": 1000, "evaluationInterval": 1000, "learningRate": 0.005, "layers": [16, 12], "solverSteps": {{steps}},
              "exactValues": true }
            """);
        using Recorder recorder = new();
        byte[] file = TinyTask.Complete(task, recorder).Generator;
        TrainedGenerator generator = GeneratorFileReader.Read(file, "the file", TinyTask.Families);
        Table expected = Assert.Single(RowSampler.Draw(generator, Rows, Seed));
        float[] noise = new float[Rows * generator.Transform.Features.Count];
        new CounterRandom(Seed, RandomPurpose.Sampling, 0).FillNormal(noise);

        using JsonDocument drawn = await DrawAsync(file, noise.Chunk(generator.Transform.Features.Count));

        Assert.Equal(Rows, drawn.RootElement.GetArrayLength());
        HashSet<string> words = [];
        foreach ((int row, JsonElement cells) in drawn.RootElement.EnumerateArray().Index())
        {
            for (int column = 0; column < expected.ColumnCount; column++)
            {
                double value = expected.Column(column)[row];
                if (double.IsNaN(value))
                {
                    Assert.Equal("", cells[column].GetString());
                }
                else if (expected.Schema[column].HasLevels)
                {
                    words.Add(cells[column].GetString()!);
                    Assert.Equal(expected.Schema[column].Levels[(int)value], cells[column].GetString());
                }
                else
                {
                    // Of the column's scale: near 0 a number has no digits of its own.
                    Assert.Equal(value, cells[column].GetDouble(), 1e-6 * expected.Column(column).ToArray().Where(double.IsFinite).Max(Math.Abs));
                }
            }
        }

        Assert.Equal(["a", "b", "c"], words.Order());
        Assert.InRange(expected.MissingCount(1), 1, Rows - 1);
    }

    private static async Task<JsonDocument> DrawAsync(byte[] file, IEnumerable<float[]> noise)
    {
        string zip = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".zip");
        string starts = string.Join(", ", noise.Select(start => $"[{string.Join(", ", start.Select(number => number.ToString("R", CultureInfo.InvariantCulture)))}]"));
        try
        {
            await File.WriteAllBytesAsync(zip, file, TestContext.Current.CancellationToken);
            ProcessStartInfo start = new("python3", ["-"]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
            start.Environment["PYTHONDONTWRITEBYTECODE"] = "1";
            using Process python = Start(start);
            await python.StandardInput.WriteAsync(
                $"import sys, json\nsys.path.insert(0, r'{Path.GetDirectoryName(Script)}')\nimport draw_rows\ng = draw_rows.load(r'{zip}')\n"
                + $"print(json.dumps([draw_rows.draw(*g, z) for z in [{starts}]]))\n");
            python.StandardInput.Close();
            Task<string> errors = python.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            string output = await python.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await python.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.SkipWhen(python.ExitCode is 127 or 9009, "There is no python3 on this machine.");
            Assert.True(python.ExitCode == 0, await errors);
            return JsonDocument.Parse(output);
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
}
