using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using GanSweep.Tables;

namespace GanSweep.Training.Testing;

/// <summary>The script that the documentation shows, in the folder GeneratorFiles beside a test's assembly. Skips the test where there is no Python.</summary>
public static class DrawScript
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "GeneratorFiles");

    /// <summary>Draws a row from each vector of noise, and compares them with rows drawn here, to a millionth of the largest number of their column.</summary>
    /// <param name="file">A generator's file.</param>
    /// <param name="noise">The noise of each row.</param>
    /// <param name="gumbels">The Gumbel numbers of the choices of all rows, in their order; empty for what the script draws itself.</param>
    /// <param name="expected">The rows.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>The words and gaps that were drawn, by column.</returns>
    public static async Task<IReadOnlyCollection<(int Column, string Word)>> AssertDrawsAsync(
        byte[] file, IEnumerable<float[]> noise, IEnumerable<float> gumbels, Table expected, CancellationToken cancellation)
    {
        using JsonDocument drawn = await DrawAsync(file, noise, gumbels, cancellation);

        Assert.Equal(expected.RowCount, drawn.RootElement.GetArrayLength());
        HashSet<(int Column, string Word)> words = [];
        foreach ((int row, JsonElement cells) in drawn.RootElement.EnumerateArray().Index())
        {
            for (int column = 0; column < expected.ColumnCount; column++)
            {
                double value = expected.Column(column)[row];
                if (double.IsNaN(value) || expected.Schema[column].HasLevels)
                {
                    string word = double.IsNaN(value) ? "" : expected.Schema[column].Levels[(int)value];
                    words.Add((column, word));
                    Assert.Equal(word, cells[column].GetString());
                }
                else
                {
                    // Of the column's scale: near 0 a number has no digits of its own.
                    Assert.Equal(value, cells[column].GetDouble(), 1e-6 * expected.Column(column).ToArray().Where(double.IsFinite).Max(Math.Abs));
                }
            }
        }

        return words;
    }

    private static async Task<JsonDocument> DrawAsync(byte[] file, IEnumerable<float[]> noise, IEnumerable<float> gumbels, CancellationToken cancellation)
    {
        string zip = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".zip");
        try
        {
            await File.WriteAllBytesAsync(zip, file, cancellation);
            ProcessStartInfo start = new("python3", ["-"]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
            start.Environment["PYTHONDONTWRITEBYTECODE"] = "1";
            using Process python = Start(start);
            await python.StandardInput.WriteAsync(
                $"import sys, json\nsys.path.insert(0, r'{Folder}')\nimport draw_rows\ng = draw_rows.load(r'{zip}')\ngumbels = iter({ListOf(gumbels)})\n"
                + "if gumbels.__length_hint__(): draw_rows.gumbel = lambda: next(gumbels)\n"
                + $"print(json.dumps([draw_rows.draw(*g, z) for z in [{string.Join(", ", noise.Select(ListOf))}]]))\n");
            python.StandardInput.Close();
            Task<string> errors = python.StandardError.ReadToEndAsync(cancellation);
            string output = await python.StandardOutput.ReadToEndAsync(cancellation);
            await python.WaitForExitAsync(cancellation);

            // A launcher without a Python behind it says so with one of these.
            Assert.SkipWhen(python.ExitCode is 127 or 9009, "There is no python3 on this machine.");
            Assert.True(python.ExitCode == 0, await errors);
            return JsonDocument.Parse(output);
        }
        finally
        {
            File.Delete(zip);
        }
    }

    private static string ListOf(IEnumerable<float> numbers)
    {
        return $"[{string.Join(", ", numbers.Select(number => number.ToString("R", CultureInfo.InvariantCulture)))}]";
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
