using System.Text.Json;
using GanSweep.Tables;

namespace GanSweep.Evaluation.Tests.Oracles;

/// <summary>The golden files beside the test assembly.</summary>
internal static class OracleFiles
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Oracles");

    public static Table Table(string file)
    {
        string[] lines = File.ReadAllLines(Path.Combine(Folder, file));
        double[][] rows = [.. lines.Skip(1).Select(line => line.Split(',').Select(double.Parse).ToArray())];
        string[] names = lines[0].Split(',');
        return new Table(names, [.. names.Select((_, column) => rows.Select(row => row[column]).ToArray())]);
    }

    public static JsonElement Expected(string name)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, $"{name}.expected.json")));
        return document.RootElement.Clone();
    }
}
