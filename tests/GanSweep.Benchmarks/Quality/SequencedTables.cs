using GanSweep.Benchmarks.Programs;
using GanSweep.Tables;
using GanSweep.Tables.Formats;
using GanSweep.Tables.Options;
using GanSweep.Tables.Sequences;

namespace GanSweep.Benchmarks.Quality;

/// <summary>Tables whose rows follow each other.</summary>
internal static class SequencedTables
{
    /// <summary>All of them.</summary>
    public static IEnumerable<(string Name, Table Table, RowSequence Sequence)> All()
    {
        string path = Path.Combine(Checkout.Root, "data", "eu-stock-returns.csv");
        yield return ("eu-stock-returns", TableReader.Parse(File.ReadAllBytes(path), path, ReadOptions.OfNumbers), new RowSequence(RowSequence.FileOrder, null, int.Parse(Environment.GetEnvironmentVariable("GS_WINDOW") ?? "20", System.Globalization.CultureInfo.InvariantCulture)));
    }
}
