using System.Collections.Immutable;
using GanSweep.Contracts.Runs;
using GanSweep.Evaluation.Holdout;
using GanSweep.Evaluation.Scoring;
using GanSweep.Settings.Models;
using GanSweep.Settings.Reading;
using GanSweep.Sweeps.Ranking;
using GanSweep.Sweeps.Scheduling;
using GanSweep.Sweeps.Scheduling.Cohorts;
using GanSweep.Sweeps.Scheduling.Plans;
using GanSweep.Sweeps.Spaces;
using GanSweep.Sweeps.Strategies;
using GanSweep.Tables;
using GanSweep.Tables.Options;
using GanSweep.Tables.Rules;
using GanSweep.Tables.Sequences;

namespace GanSweep.Sweeps.Definitions;

/// <summary>A sweep.json, read and found valid. Runs are numbered from 1, the last key of the space faster, replicates fastest.</summary>
public sealed class SweepDefinition
{
    /// <summary>The most bytes, in UTF-8, that a sweep.json may have: 1 MiB.</summary>
    public const int MaximumTextBytes = JsonText.MaximumBytes;

    /// <summary>The most runs that a sweep may have.</summary>
    public const int MaximumRuns = 1_000_000;

    internal SweepDefinition()
    {
    }

    /// <summary>The sweep's name: 1 to 64 letters, digits, '-', '_' or '.' that begin with a letter or digit.</summary>
    public required string Name { get; init; }

    /// <summary>The table's file as sweep.json names it, relative to the folder of sweep.json.</summary>
    public required string DatasetPath { get; init; }

    /// <summary>How the table's file is read, as far as sweep.json says it.</summary>
    public ReadOptions Reading { get; init; } = ReadOptions.None;

    /// <summary>The seed of each configuration's first replicate. 0 to 2^53; default 1.</summary>
    public long Seed => Plan.Seed;

    /// <summary>How often each configuration is trained, under <see cref="Seed"/> and the next ones, before it is known whether it is worth more. 1 to 1,000; default 1.</summary>
    public int Replicates => Plan.Replicates;

    /// <summary>How runs are drawn from the space. Default <see cref="GridStrategy"/>.</summary>
    public required Strategy Strategy { get; init; }

    /// <summary>The weights of the ranking. 0 to 1,000,000 each, at least one above 0; default 1 for the scores of <see cref="ScoreWeights.Default"/>, 0 for the others.</summary>
    public required ScoreWeights Weights { get; init; }

    /// <summary>What scores must be for a run to be ranked; empty unless sweep.json says so.</summary>
    public required ImmutableArray<ScoreLimit> Limits { get; init; }

    /// <summary>How many of the best generators are kept. 1 to 1,000; default 5.</summary>
    public required int KeepBest { get; init; }

    /// <summary>How often a run that fails is tried in all. 1 to 100; default 3.</summary>
    public required int MaxAttempts { get; init; }

    /// <summary>Rows of the scored synthetic sample. 2 to 1,000,000; null to take as many as suit the table (<see cref="EvaluationRowsOf"/>).</summary>
    public required int? EvaluationRows { get; init; }

    /// <summary>The share of the table's rows that is held out: never trained on; privacy, utility and detectability are measured by it. 0 (none) to 0.5; default 0.</summary>
    public required double Holdout { get; init; }

    /// <summary>The column that the score of utility is about; null if sweep.json names none.</summary>
    public string? Target { get; init; }

    /// <summary>What holds in every row of the table, and so in every synthetic one; empty if sweep.json says nothing of it.</summary>
    public ImmutableArray<RowRule> Rules { get; init; } = [];

    /// <summary>How the table's rows follow each other; null if sweep.json says nothing of it, and each stands by itself.</summary>
    public RowSequence? Sequence { get; init; }

    /// <summary>The space: the configurations that there are to try.</summary>
    public Alternatives Alternatives => Plan.Alternatives;

    /// <summary>What the search does with the configurations that its strategy proposes.</summary>
    public required SearchPlan Plan { get; init; }

    /// <summary>Whether it does more than train every combination under every seed: it draws configurations, or what it runs hangs on what has ended.</summary>
    public bool IsSearch => Plan.Learns || Strategy is not GridStrategy;

    /// <summary>How many configurations it tries at most, from 1 to <see cref="MaximumRuns"/>.</summary>
    public int ConfigurationCount => (int)Strategy.Size(Alternatives).Configurations;

    /// <summary>Whether what it runs hangs on what has ended: runs are decided cohort by cohort, and there may be fewer than <see cref="RunCount"/>.</summary>
    public bool HasCohorts => Scheduler is ICohortScheduler;

    /// <summary>The most runs that there can be, from 1 to <see cref="MaximumRuns"/>.</summary>
    public int RunCount => Scheduler.RunCount;

    /// <summary>What is run.</summary>
    public IScheduler Scheduler => field ??= Strategy.Schedule(Plan);

    /// <summary>"model" if there are several, the keys of the space in the file's order, and "seed" if there are replicates.</summary>
    public ImmutableArray<string> VaryingKeys =>
        [.. Alternatives.VaryingKeys, .. Plan.Seeds > 1 ? ["seed"] : Array.Empty<string>()];

    /// <summary>Reads a sweep.json.</summary>
    /// <param name="json">The text; comments and trailing commas are read.</param>
    /// <param name="models">The models that it may name.</param>
    /// <exception cref="InvalidSettingsException">The text is not valid. Carries all errors at once.</exception>
    public static SweepDefinition Parse(string json, ModelCatalog models)
    {
        return Restore(json, models, KeyDefaults.Current);
    }

    /// <summary>Reads what a sweep.json says of how its table is read: its members "csv" and "columns", alone.</summary>
    /// <param name="json">An object with these members, or without.</param>
    /// <exception cref="InvalidSettingsException">The text is not valid. Carries all errors at once.</exception>
    public static ReadOptions ParseReading(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return SweepDefinitionReader.ReadReading(json);
    }

    /// <summary>Reads the rules of a run (<see cref="RunSpec.Rules"/>).</summary>
    /// <param name="json">The list, as a sweep.json has it; null for none.</param>
    /// <exception cref="InvalidSettingsException">The text is not valid.</exception>
    public static ImmutableArray<RowRule> ParseRules(string? json)
    {
        return json is null ? [] : SweepDefinitionReader.ReadRules(json);
    }

    /// <summary>Reads how the rows of a run's table follow each other (<see cref="RunSpec.Sequence"/>).</summary>
    /// <param name="json">The object, as a sweep.json has it; null where they do not.</param>
    /// <exception cref="InvalidSettingsException">The text is not valid.</exception>
    public static RowSequence? ParseSequence(string? json)
    {
        return json is null ? null : SweepDefinitionReader.ReadSequence(json);
    }

    /// <summary>Reads a sweep.json that was accepted earlier.</summary>
    /// <param name="json">The text.</param>
    /// <param name="models">The models that it may name.</param>
    /// <param name="defaults">As of when keys that it leaves out have their values.</param>
    /// <exception cref="InvalidSettingsException">The text is not valid.</exception>
    public static SweepDefinition Restore(string json, ModelCatalog models, KeyDefaults defaults)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(models);
        return SweepDefinitionReader.Read(json, models, defaults);
    }

    /// <summary>The configuration of a run as the space has it: keys may be left open.</summary>
    /// <param name="run">The run's number, from 1 to <see cref="RunCount"/>.</param>
    /// <param name="ended">What has ended; null if the run hangs on nothing.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such run.</exception>
    /// <exception cref="InvalidOperationException">What it is hangs on runs that have not ended.</exception>
    public Configuration ConfigurationOf(int run, IEndedRuns? ended = null)
    {
        return Decided(run, ended).Configuration;
    }

    /// <summary>The configuration of a run as it is trained on a table: what sweep.json leaves open has the value that suits it.</summary>
    /// <param name="run">The run's number, from 1 to <see cref="RunCount"/>.</param>
    /// <param name="table">How large the whole table is.</param>
    /// <param name="ended">What has ended; null if the run hangs on nothing.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such run.</exception>
    /// <exception cref="InvalidOperationException">What it is hangs on runs that have not ended.</exception>
    public Configuration FittedConfigurationOf(int run, TableSize table, IEndedRuns? ended = null)
    {
        return DecidedOn(table, run, ended).Configuration;
    }

    /// <summary>
    /// What a run trains, computed when asked for: what its configuration amounts to (<see cref="ModelDescription.EffectiveOf"/>), so that
    /// runs that differ in values without effect alone have one spec.
    /// </summary>
    /// <param name="run">The run's number, from 1 to <see cref="RunCount"/>.</param>
    /// <param name="datasetHash">SHA-256 of the table's file, in hexadecimal digits.</param>
    /// <param name="table">How large the table is.</param>
    /// <param name="ended">What has ended; null if the run hangs on nothing.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such run.</exception>
    /// <exception cref="InvalidOperationException">What it is hangs on runs that have not ended.</exception>
    public RunSpec SpecOf(int run, string datasetHash, TableSize table, IEndedRuns? ended = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        Decision.Train decided = Decided(run, ended);
        TrainingSize size = TrainingSizeOf(table);
        Configuration effective = decided.EffectiveOn(size);
        RunConfiguration configuration = new(effective.Model.Name, effective.Json);
        return new RunSpec(configuration, decided.Seed, datasetHash, EvaluationRowsOf(table), Holdout, Target, RuleSettings.Text(Rules), decided.UntilOn(size), SequenceSettings.Text(Sequence));
    }

    /// <summary>
    /// The number of the first run that trains this, or null; that is the inverse of <see cref="SpecOf"/>. O(keys), however many runs there are.
    /// </summary>
    /// <param name="spec">Any run; which table it is on is not looked at.</param>
    /// <param name="table">How large the table is.</param>
    public int? RunOf(RunSpec spec, TableSize table)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(table);
        return spec.EvaluationRows == EvaluationRowsOf(table)
            && spec.Holdout == Holdout
            && spec.Target == Target
            && spec.Rules == RuleSettings.Text(Rules)
            && spec.Sequence == SequenceSettings.Text(Sequence)
            && ConfigurationIn(spec) is { } configuration
            ? Scheduler.Find(configuration, spec.Seed, spec.Until, TrainingSizeOf(table))
            : null;
    }

    /// <summary>Rows of the synthetic sample that is scored on a table.</summary>
    /// <param name="table">How large the table is.</param>
    public int EvaluationRowsOf(TableSize table)
    {
        return EvaluationRows ?? EvaluationSample.RowsFor(table);
    }

    /// <summary>How much of a table is trained on.</summary>
    /// <param name="table">How large the whole table is.</param>
    public TrainingSize TrainingSizeOf(TableSize table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return new TrainingSize(table.Rows - HoldoutSplit.CountOf(table.Rows, Holdout), table.Columns) { Window = Sequence?.Window };
    }

    /// <summary>The most different trainings that the runs can be on a table, from 1 to <see cref="RunCount"/>.</summary>
    /// <param name="table">How large the whole table is.</param>
    public int TrainingCountOn(TableSize table)
    {
        return Scheduler.TrainingCount(TrainingSizeOf(table));
    }

    /// <summary>Which values of the space do the same on a table, and why; a sentence each.</summary>
    /// <param name="table">How large the whole table is.</param>
    public IEnumerable<string> ValuesWithoutEffectOn(TableSize table)
    {
        return Alternatives.ValuesWithoutEffect(TrainingSizeOf(table));
    }

    /// <summary>What the scheduler has decided of a run, its configuration fitted to a table.</summary>
    /// <exception cref="InvalidOperationException">What it is hangs on runs that have not ended.</exception>
    internal Decision.Train DecidedOn(TableSize table, int run, IEndedRuns? ended)
    {
        Decision.Train decided = Decided(run, ended);
        Configuration fitted = decided.FittedTo(TrainingSizeOf(table));
        return decided.IsShort ? new Decision.Train(fitted, decided.Seed) : decided with { Configuration = fitted };
    }

    /// <summary>What the scheduler has decided of a run.</summary>
    /// <exception cref="InvalidOperationException">What it is hangs on runs that have not ended.</exception>
    internal Decision.Train Decided(int run, IEndedRuns? ended = null)
    {
        return Scheduler.Decide(run, ended ?? NothingEnded.Instance) as Decision.Train
            ?? throw new InvalidOperationException($"What run {run} is hangs on runs that have not ended.");
    }

    private Configuration? ConfigurationIn(RunSpec spec)
    {
        try
        {
            return Alternatives.Models.FirstOrDefault(model => model.Name == spec.Configuration.Model)?.Parse(spec.Configuration.Json);
        }
        catch (InvalidSettingsException)
        {
            // Trained by a version whose keys this one does not have.
            return null;
        }
    }
}
