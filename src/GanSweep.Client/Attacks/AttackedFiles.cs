using GanSweep.Client.CommandLine;
using GanSweep.Client.Errors;
using GanSweep.Client.Output;
using GanSweep.Client.Scoring;
using GanSweep.Client.Sweeps;
using GanSweep.Evaluation.Attacks;
using GanSweep.Evaluation.Comparisons;
using GanSweep.Evaluation.Holdout;
using GanSweep.Services.Errors;
using GanSweep.Tables;
using GanSweep.Tables.Formats;
using GanSweep.Tables.Options;
using GanSweep.Tables.Sequences;
using GanSweep.Tables.Text;

namespace GanSweep.Client.Attacks;

/// <summary>The files that an attack is made of.</summary>
/// <param name="environment">Where progress is shown.</param>
/// <param name="said">What was said of the tables; null if nothing was.</param>
/// <param name="options">What demands of rows that they can follow each other as it is said.</param>
internal sealed class AttackedFiles(ClientEnvironment environment, ReadOptions? said, SequenceOptions options)
{
    /// <summary>A generator, or a synthetic table.</summary>
    public required string Source { get; init; }

    /// <summary>The rows that it was learnt from.</summary>
    public required string Training { get; init; }

    /// <summary>Rows that it was not learnt from.</summary>
    public required string HeldOut { get; init; }

    /// <summary>How the rows of both tables follow each other; null if they do not.</summary>
    public RowSequence? Sequence { get; init; }

    /// <summary>How many rows are drawn of a generator; null for as many as training rows.</summary>
    public int? Rows { get; init; }

    /// <summary>The seed of a generator's rows.</summary>
    public long Seed { get; init; }

    /// <summary>Reads them; columns and levels stand in the order of the training rows.</summary>
    /// <exception cref="WrongInputException">There are too few rows, or rows that are in both tables, or other columns, or they cannot follow each other as it is said.</exception>
    public async Task<Attacked> ReadAsync(CancellationToken cancellationToken)
    {
        ReadOptions reading = said ?? ReadOptions.None;
        ReadTable read = await ReadTableAsync(Training, reading, cancellationToken);
        ReadOptions likeTraining = MatchingColumns.ReadingLike(read, reading);
        Table heldOut = MatchingColumns.Arrange(read.Table, (await ReadTableAsync(HeldOut, likeTraining, cancellationToken)).Table, HeldOut);

        // A level that only held-out rows have is one of the training rows' columns.
        Table training = MatchingColumns.Arrange(heldOut, read.Table, Training);
        Demand(training, Training, "--training");
        Demand(heldOut, HeldOut, "--holdout");
        HoldoutSplit split = SplitOf(training, heldOut);
        (Table synthetic, SequencedTable? paths) = await new AttackedSource(environment, Source, training, Sequence).ReadAsync(Rows, Seed, likeTraining, cancellationToken);
        Demand(synthetic, Source, "SOURCE");
        AttackedTables tables = new(synthetic, WithoutClock.Of(training, Sequence), WithoutClock.Of(heldOut, Sequence));
        Demand(tables.FindShared(), heldOut.RowCount);
        return new Attacked(tables, Training)
        {
            Sequence = Sequence,
            InTime = Sequence is null ? null : new AttackedSequence(split.Whole(), split, Sequence, synthetic, paths),
        };
    }

    private HoldoutSplit SplitOf(Table training, Table heldOut)
    {
        HoldoutSplit split = new(training, heldOut);
        if (Sequence is null)
        {
            return split;
        }

        options.Demand(Sequence, split, split.Whole(), target: null);
        return HoldoutSplit.InTime(training, heldOut, Sequence);
    }

    private static void Demand(Table table, string file, string what)
    {
        if (table.RowCount < AttackedTables.LeastRows)
        {
            throw new WrongInputException(
                $"{what}: {file} has {Amount.Of(table.RowCount, "row")}, and attacks need at least {AttackedTables.LeastRows}: of fewer no rate tells anything. Give more rows.");
        }
    }

    private void Demand(SharedRows shared, int rows)
    {
        if (shared.AreTooMany)
        {
            throw new WrongInputException(
                $"{HeldOut} has {Figures.Count(shared.Shared)} of its {Amount.Of(rows, "row")} in common with {Training}, where chance explains about {Figures.Count((long)Math.Ceiling(shared.ByChance))}. "
                + "What succeeds on rows that were trained on and are said not to be looks like no leak. Leave them out of one of the two.");
        }
    }

    private Task<ReadTable> ReadTableAsync(string path, ReadOptions options, CancellationToken cancellationToken)
    {
        return TableFile.ReadAsync(path, path, options, environment.Error, environment.Time, cancellationToken);
    }
}
