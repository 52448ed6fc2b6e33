using GanSweep.Benchmarks;
using GanSweep.Benchmarks.Cluster;
using GanSweep.Benchmarks.Coordinator;
using GanSweep.Benchmarks.Pages;
using GanSweep.Benchmarks.Programs;
using GanSweep.Benchmarks.Quality;
using GanSweep.Benchmarks.Scale;
using GanSweep.Benchmarks.Scoring;
using GanSweep.Benchmarks.Search;
using GanSweep.Benchmarks.Trainer;
using Spectre.Console;

// dotnet run -c Release --project tests/GanSweep.Benchmarks -- NAME...   (no name: all of them)
IBenchmark[] benchmarks =
[
    new TrainerBenchmark(), new FamiliesBenchmark(), new ArithmeticBenchmark(), new SlotsBenchmark(), new EnginesBenchmark(), new ProgramsBenchmark(),
    new ScaleBenchmark(), new CoordinatorBenchmark(), new ClusterBenchmark(), new CertificatesBenchmark(), new ScoresBenchmark(), new SizesBenchmark(), new DefaultsBenchmark(), new AnswersBenchmark(), new TablesBenchmark(), new PeersBenchmark(), new GapsBenchmark(), new PrivacyBenchmark(), new ModelsBenchmark(), new TimeBenchmark(), new ModesBenchmark(), new ChoicesBenchmark(), new SearchBenchmark(), new SearchesBenchmark(), new SharesBenchmark(), new PagesBenchmark(), new WatchersBenchmark(),
];
string[] unknown = [.. args.Except(benchmarks.Select(benchmark => benchmark.Name))];
if (unknown.Length > 0)
{
    await Console.Error.WriteLineAsync($"There is no benchmark '{unknown[0]}'. There are:");
    foreach (IBenchmark benchmark in benchmarks)
    {
        await Console.Error.WriteLineAsync($"  {benchmark.Name,-10} {benchmark.Description}");
    }

    return 2;
}

// A file or a pipe has no width of its own.
AnsiConsole.Profile.Width = Math.Max(AnsiConsole.Profile.Width, 120);

bool met = true;
foreach (IBenchmark benchmark in benchmarks.Where(benchmark => args.Length == 0 || args.Contains(benchmark.Name)))
{
    AnsiConsole.WriteLine($"{benchmark.Name}: {benchmark.Description}");
    met &= await benchmark.RunAsync(AnsiConsole.Console);
}

return met ? 0 : 1;
