using System.Collections.Immutable;
using GanSweep.Settings.Keys;
using GanSweep.Settings.Values;
using GanSweep.Sweeps.Strategies;

namespace GanSweep.Sweeps.Definitions;

/// <summary>The keys at the top of sweep.json that take a value.</summary>
internal static class SweepSettings
{
    /// <summary>The section of fixed values.</summary>
    public const string Config = "config";

    /// <summary>The section of lists of values.</summary>
    public const string Space = "space";

    /// <summary>The section of how the table's file is spelled.</summary>
    public const string Csv = "csv";

    /// <summary>The section of what columns are.</summary>
    public const string Columns = "columns";

    /// <summary>The list of what holds in every row.</summary>
    public const string Rules = "rules";

    /// <summary>The section of how rows follow each other.</summary>
    public const string Sequence = "sequence";

    /// <summary>The section of the weights.</summary>
    public const string Ranking = "ranking";

    /// <summary>The greatest seed: JSON tools that hold numbers as doubles keep whole numbers up to here.</summary>
    public const long MaximumSeed = 1L << 53;

    public static readonly Setting<string> Schema = new(
        "$schema", "Where an editor finds the schema of this file. Changes nothing.",
        new TextKind("a text of 1 to 4,096 characters", 4_096, @"^[^\u0000-\u001F]+$"));

    public static readonly Setting<string> Name = new(
        "name", "The sweep's name, the first part of its id and of the folder of its results.",
        new TextKind(
            "a name of 1 to 64 letters, digits, '-', '_' or '.' that begins with a letter or digit", 64, "^[A-Za-z0-9][A-Za-z0-9._-]*$"));

    public static readonly Setting<string> Dataset = new(
        "dataset", "The table: CSV, also in a gzip or zip, or Parquet; the path is relative to the folder of this file.",
        new TextKind("a path of 1 to 4,096 characters", 4_096, @"^[^\u0000-\u001F]+$"));

    public static readonly Setting<long> Seed = new(
        "seed", "The seed of every run; replicates have this and the next ones.",
        new WholeNumberKind<long>(0, MaximumSeed), 1);

    public static readonly Setting<int> Replicates = new(
        "replicates", "How often each configuration is trained, each time under the next seed.",
        new WholeNumberKind<int>(1, 1_000), 1);

    public static readonly Setting<Strategy> Strategy = new(
        "strategy", $"How runs are drawn from the space: {string.Join(", ", AllStrategies.All.Select(strategy => strategy.Summary))}.",
        new StrategyKind(AllStrategies.All), AllStrategies.All[0]);

    public static readonly Setting<int> KeepBest = new(
        "keepBest", "How many of the best generators are kept.",
        new WholeNumberKind<int>(1, 1_000), 5);

    public static readonly Setting<int> MaxAttempts = new(
        "maxAttempts",
        "How often a run that fails is tried in all. A run that diverges is not tried again: it would diverge in the same bits.",
        new WholeNumberKind<int>(1, 100), 3);

    public static readonly Setting<int> EvaluationRows = new(
        "evaluationRows",
        "Rows of the synthetic sample that is scored. Left out: ten times the table, at least 2,000 and at most 16,384, and fewer beyond 64 columns.",
        new WholeNumberKind<int>(2, 1_000_000));

    public static readonly Setting<double> Holdout = new(
        "holdout",
        "The share of the table's rows that is held out: never trained on; privacy, utility and detectability are measured by it. 0 is none.",
        new NumberKind { Minimum = 0, Maximum = 0.5 }, 0);

    public static readonly Setting<string> Target = new(
        "target",
        "The column that the table is there to tell. Adds the score utility: how well a model that is trained on the synthetic rows tells it of the held-out ones, which needs \"holdout\".",
        new TextKind("a column's name of 1 to 4,096 characters", 4_096, @"^[^\u0000-\u001F]+$"));

    /// <summary>The keys with a value, without the sections.</summary>
    public static readonly ImmutableArray<Setting> All =
        [Schema, Name, Dataset, Seed, Replicates, Strategy, KeepBest, MaxAttempts, EvaluationRows, Holdout, Target];

    /// <summary>Every key that may stand at the top.</summary>
    public static readonly ImmutableArray<string> Names = [.. All.Select(setting => setting.Name), Csv, Columns, Rules, Sequence, Config, Space, .. SearchSettings.Names, Ranking];
}
