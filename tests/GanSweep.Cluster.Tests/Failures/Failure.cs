using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using GanSweep.Cluster.Tests.Clusters;

namespace GanSweep.Cluster.Tests.Failures;

/// <summary>
/// One failure as it is measured: how long until work went on, and how many epochs were trained again. It is printed as a row of a table,
/// and appended to the file that GANSWEEP_FAILURES names.
/// </summary>
internal sealed partial class Failure
{
    private readonly SiloCluster _cluster;
    private readonly string _name;
    private readonly Stopwatch _since = Stopwatch.StartNew();
    private readonly Dictionary<int, int> _attempts;
    private TimeSpan? _goesOn;

    private Failure(SiloCluster cluster, string name)
    {
        _cluster = cluster;
        _name = name;
        _attempts = LastAttempts();
    }

    /// <summary>The failure that is about to happen.</summary>
    public static Failure Of(SiloCluster cluster, string name)
    {
        return new Failure(cluster, name);
    }

    /// <summary>Waits until the condition holds: work goes on.</summary>
    public async Task UntilAsync(Func<bool> condition)
    {
        await _cluster.UntilAsync(condition);
        _goesOn = _since.Elapsed;
    }

    /// <summary>Waits until these runs have been granted again.</summary>
    public Task UntilGrantedAgainAsync(IReadOnlyCollection<int> runs)
    {
        Assert.NotEmpty(runs);
        return UntilAsync(() => LastAttempts() is var now && runs.All(run => now[run] > _attempts[run]));
    }

    /// <summary>Prints the row, once the results have been found to be identical.</summary>
    public void Report()
    {
        string seconds = _goesOn is { } goesOn ? goesOn.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture) : "at once";
        string row = $"| {_name} | {seconds} | {EpochsLost()} | yes |";
        TestContext.Current.TestOutputHelper?.WriteLine(row);
        if (Environment.GetEnvironmentVariable("GANSWEEP_FAILURES") is { Length: > 0 } file)
        {
            File.AppendAllText(file, row + "\n");
        }
    }

    private Dictionary<int, int> LastAttempts()
    {
        return _cluster.Grants().GroupBy(grant => grant.Run).ToDictionary(run => run.Key, run => run.Max(grant => grant.Attempt));
    }

    // What the coordinator had last heard of a run, less where its next attempt began.
    private int EpochsLost()
    {
        string trainers = string.Concat(_cluster.Trainers.Select(trainer => trainer.Output));
        Dictionary<int, int> heard = OverduePattern.Matches(_cluster.CoordinatorLog)
            .GroupBy(match => Number(match, "run"), match => Number(match, "epoch")).ToDictionary(run => run.Key, run => run.Max());
        return StartPattern.Matches(trainers)
            .Where(match => Number(match, "attempt") == _attempts.GetValueOrDefault(Number(match, "run")) + 1)
            .Sum(match => Math.Max(0, heard.GetValueOrDefault(Number(match, "run")) - Number(match, "epoch")));
    }

    private static int Number(Match match, string group)
    {
        return int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"Run (?<run>\d+) of \S+: its trainer is silent or gone, last heard of at epoch (?<epoch>\d+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OverduePattern { get; }

    [GeneratedRegex(@"Training run (?<run>\d+) of \S+, attempt (?<attempt>\d+), from epoch (?<epoch>\d+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex StartPattern { get; }
}
