using Spectre.Console;

namespace GanSweep.Benchmarks.Programs;

/// <summary>One run of four epochs on tables of many sizes, as whole processes: what a user waits for, and the memory that it takes.</summary>
internal sealed class SizesBenchmark : IBenchmark
{
    private const double MostGrowthInRows = 1.15;
    private const double MostGrowthInColumns = 1.3;

    private static readonly Size[] Sizes =
    [
        new(1_000, 10, 2.5, 4, 300),
        new(10_000, 10, null, null, null),
        new(100_000, 10, 6, 25, 600),
        new(1_000_000, 10, 25, 120, 1500),
        new(10_000, 50, 4, 12, 400),
        new(1_000, 200, 4, 12, 400),
        new(5_000, 500, 15, 60, 1000),
    ];

    public string Name => "sizes";

    public string Description => "one run of four epochs on tables of 1,000 to 1,000,000 rows and 10 to 500 columns";

    public async Task<bool> RunAsync(IAnsiConsole console)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("gansweep-");
        try
        {
            Table table = new Table().AddColumns("table", "CSV MB", "first epoch, s", "at most", "whole run, s", "at most", "peak MB", "at most");
            Dictionary<Size, Measured> measured = [];
            bool met = true;
            foreach (Size size in Sizes)
            {
                string csv = Path.Combine(folder.FullName, $"{size.Name}.csv");
                await NormalTable.WriteAsync(csv, size.Rows, size.Columns);
                await File.WriteAllTextAsync(
                    Path.Combine(folder.FullName, $"{size.Name}.json"),
                    $$"""{ "name": "{{size.Name}}", "dataset": "{{size.Name}}.csv", "config": { "epochs": 4 } }""");
                Measured run = measured[size] = await Measured.RunAsync(folder.FullName, "run", $"{size.Name}.json", "--data", $"data-{size.Name}");
                table.AddRow(
                    $"{size.Rows:N0} × {size.Columns}",
                    $"{new FileInfo(csv).Length >> 20}",
                    $"{run.FirstEpochSeconds:F1}",
                    $"{size.FirstEpoch}",
                    $"{run.Seconds:F1}",
                    $"{size.Seconds}",
                    $"{run.PeakMegabytes}",
                    $"{size.Megabytes}");
                met &= !(run.FirstEpochSeconds > size.FirstEpoch) && !(run.Seconds > size.Seconds) && !(run.PeakMegabytes > size.Megabytes);
            }

            console.Write(table);
            foreach ((Size small, Size large) in Neighbours(size => size.Columns, size => size.Rows))
            {
                met &= Tell(console, $"{small.Rows:N0} to {large.Rows:N0} rows of {large.Columns} columns", measured, small, large, (double)large.Rows / small.Rows, MostGrowthInRows);
            }

            foreach ((Size small, Size large) in Neighbours(size => size.Rows, size => size.Columns))
            {
                met &= Tell(console, $"{small.Columns} to {large.Columns} columns of {large.Rows:N0} rows", measured, small, large, (double)large.Columns / small.Columns, MostGrowthInColumns);
            }

            return met;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // Of sizes that share one measure, each with the next larger in the other.
    private static IEnumerable<(Size Small, Size Large)> Neighbours(Func<Size, int> shared, Func<Size, int> other)
    {
        return Sizes.GroupBy(shared).SelectMany(group => group.OrderBy(other).Zip(group.OrderBy(other).Skip(1)));
    }

    private static bool Tell(IAnsiConsole console, string what, Dictionary<Size, Measured> measured, Size small, Size large, double times, double most)
    {
        double exponent = Math.Log(measured[large].Seconds / measured[small].Seconds) / Math.Log(times);
        console.WriteLine($"{what}: time grows with the power {exponent:F2} (at most {most})");
        return exponent <= most;
    }

    /// <summary>A table, and what is asked of it.</summary>
    /// <param name="Rows">Its rows.</param>
    /// <param name="Columns">Its columns.</param>
    /// <param name="FirstEpoch">Seconds until the first epoch shows, at most.</param>
    /// <param name="Seconds">Seconds of the whole run, at most.</param>
    /// <param name="Megabytes">Resident memory, at most.</param>
    private sealed record Size(int Rows, int Columns, double? FirstEpoch, double? Seconds, long? Megabytes)
    {
        public string Name => $"t{Rows}x{Columns}";
    }
}
