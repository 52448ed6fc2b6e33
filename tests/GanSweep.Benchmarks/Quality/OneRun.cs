using System.Text.Json;
using System.Text.Json.Nodes;
using GanSweep.Contracts.Runs;
using GanSweep.Evaluation.Scoring;
using GanSweep.Settings.Models;
using GanSweep.Silo;
using GanSweep.Sweeps.Definitions;
using GanSweep.Tables;
using GanSweep.Tables.Sequences;
using GanSweep.Training.Generators;
using GanSweep.Training.Losses;
using GanSweep.Training.Tasks;
using RunLoop = GanSweep.Training.Loop.Trainer;

namespace GanSweep.Benchmarks.Quality;

/// <summary>One run of the sweep that says nothing but its table, on the calling thread.</summary>
/// <param name="Table">The table.</param>
/// <param name="Holdout">The share of it that is held out.</param>
/// <param name="Target">The column that utility is about; null for none.</param>
/// <param name="Rows">Rows that are scored; null for what suits the table.</param>
internal sealed record OneRun(Table Table, double Holdout, string? Target = null, int? Rows = null)
{
    private static readonly string Unused = new('0', 64);

    /// <summary>What is trained by a sweep that says nothing of it.</summary>
    public static Configuration Defaults => Models.Catalog.Implied.Defaults;

    /// <summary>Rows that are scored.</summary>
    public int EvaluationRows => Rows ?? Sweep.EvaluationRowsOf(Table.Size);

    /// <summary>How the rows of the table follow each other; null if they do not.</summary>
    public RowSequence? Sequence { get; init; }

    private SweepDefinition Sweep { get; } =
        SweepDefinition.Parse(FormattableString.Invariant($$"""{ "name": "one", "dataset": "t.csv", "holdout": {{Holdout}} }"""), Models.Catalog);

    /// <summary>Trains it.</summary>
    /// <param name="configuration">Keys may be left open.</param>
    /// <param name="seed">Its seed.</param>
    /// <param name="secondSample">What totals are divided by.</param>
    public TrainingOutcome.Completed Train(Configuration configuration, long seed, Scores secondSample)
    {
        return (TrainingOutcome.Completed)Outcome(configuration, seed, secondSample);
    }

    /// <summary>Trains it, to whatever end.</summary>
    /// <param name="configuration">Keys may be left open.</param>
    /// <param name="seed">Its seed.</param>
    /// <param name="secondSample">What totals are divided by.</param>
    /// <param name="until">The epoch that it ends with; null for the last.</param>
    public TrainingOutcome Outcome(Configuration configuration, long seed, Scores secondSample, int? until = null)
    {
        TrainingTask task = new()
        {
            Family = Models.Families[configuration.Model.Name],
            Configuration = configuration.Model.EffectiveOf(configuration, Sweep.TrainingSizeOf(Table.Size) with { Window = Sequence?.Window }),
            Seed = seed,
            Until = until,
            Table = Table,
            Holdout = Holdout,
            Target = Target,
            Sequence = Sequence,
            EvaluationRows = EvaluationRows,
            SecondSample = secondSample,
            RunKey = Unused,
            SweepId = "one",
            DatasetHash = Unused,
        };
        return RunLoop.Train(task, checkpoint: null, new Nobody(), TimeProvider.System, CancellationToken.None);
    }

    /// <summary>Trains every run of the sweep that `run table.csv` makes for the table, on all cores, and keeps the best by its own total.</summary>
    /// <param name="seed">The sweep's seed.</param>
    /// <param name="secondSample">What totals are divided by.</param>
    public TrainingOutcome.Completed TrainProposed(long seed, Scores secondSample)
    {
        JsonNode text = JsonNode.Parse(
            ProposedSweep.TextFor("t.csv", "t.csv", Table, string.Empty), documentOptions: new() { CommentHandling = JsonCommentHandling.Skip })!;
        (text["seed"], text["holdout"]) = (seed, Holdout);
        var proposed = SweepDefinition.Parse(text.ToJsonString(), Models.Catalog);
        var trained = new TrainingOutcome.Completed[proposed.RunCount];
        Parallel.For(0, trained.Length, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, run =>
        {
            RunSpec spec = proposed.SpecOf(run + 1, Unused, Table.Size);
            trained[run] = Train(proposed.ConfigurationOf(run + 1), spec.Seed, secondSample);
        });
        return trained.MinBy(run => run.Result.Scores.Total)!;
    }

    /// <summary>Rows of a trained generator, with the levels that the table has.</summary>
    public Table Sample(TrainingOutcome.Completed trained, int rows, long seed)
    {
        Table[] chunks = [.. RowSampler.Draw(GeneratorFileReader.Read(trained.Generator, "the generator", Models.Families), rows, seed)];
        return chunks[0].WithRows(
            [.. Enumerable.Range(0, chunks[0].ColumnCount).Select(column => chunks.SelectMany(chunk => chunk.Column(column).ToArray()).ToArray())]).WithLevelsOf(Table);
    }

    private sealed class Nobody : ITrainingObserver
    {
        public void EpochCompleted(int epoch, EpochLosses losses)
        {
        }

        public void Evaluated(ScoredEpoch point, bool best)
        {
        }

        public bool CheckpointDue()
        {
            return false;
        }

        public void Checkpoint(int epoch, byte[] checkpoint)
        {
        }
    }
}
