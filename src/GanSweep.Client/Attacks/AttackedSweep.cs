using GanSweep.Client.CommandLine;
using GanSweep.Client.Errors;
using GanSweep.Client.Scoring;
using GanSweep.Client.Sweeps;
using GanSweep.Evaluation.Attacks;
using GanSweep.Evaluation.Comparisons;
using GanSweep.Evaluation.Holdout;
using GanSweep.Services.Errors;
using GanSweep.Tables;
using GanSweep.Tables.Options;
using GanSweep.Tables.Sequences;
using GanSweep.Tables.Text;

namespace GanSweep.Client.Attacks;

/// <summary>What an attack is made of where the rows that were held out are those of a sweep.</summary>
/// <param name="environment">Where progress is shown.</param>
/// <param name="said">What was said of the table; null if nothing was.</param>
internal sealed class AttackedSweep(ClientEnvironment environment, ReadOptions? said)
{
    /// <summary>A generator, or a synthetic table.</summary>
    public required string Source { get; init; }

    /// <summary>The sweep.json, or the table for which a sweep was made.</summary>
    public required string Sweep { get; init; }

    /// <inheritdoc cref="AttackedFiles.Rows"/>
    public int? Rows { get; init; }

    /// <inheritdoc cref="AttackedFiles.Seed"/>
    public long Seed { get; init; }

    /// <summary>Reads the sweep's table, and divides it as the sweep does.</summary>
    /// <exception cref="WrongInputException">Nothing or too little is held out, or the generator learnt from another table.</exception>
    public async Task<Attacked> ReadAsync(CancellationToken cancellationToken)
    {
        SweepFile sweep = await SweepFile.ReadAsync(Sweep, said, environment.Error, environment.Time, cancellationToken);
        HoldoutSplit split = HoldoutSplit.Of(sweep.Table, sweep.Definition.Holdout, sweep.Definition.Sequence);
        if (split.HeldOut is not { RowCount: >= AttackedTables.LeastRows } heldOut)
        {
            throw new WrongInputException(
                $"--sweep: {Sweep} holds {Amount.Of(split.HeldOut?.RowCount ?? 0, "row")} out of training, and attacks need at least {AttackedTables.LeastRows} that were not trained on. "
                + "Train with a larger \"holdout\", or name files with --training and --holdout.");
        }

        RowSequence? sequence = sweep.Definition.Sequence;
        AttackedSource source = new(environment, Source, split.Training, sequence) { Demand = hash => Demand(hash, sweep) };
        (Table synthetic, SequencedTable? paths) = await source.ReadAsync(Rows, Seed, MatchingColumns.ReadingLike(sweep.Read, sweep.Definition.Reading), cancellationToken);
        // When a row is tells periods apart, not rows.
        AttackedTables tables = new(synthetic, WithoutClock.Of(split.Training, sequence), WithoutClock.Of(heldOut, sequence));
        return new Attacked(tables, sweep.Definition.DatasetPath)
        {
            RowNumbers = split.TrainingRows,
            Sequence = sequence,
            InTime = sequence is null ? null : new AttackedSequence(sweep.Table, split, sequence, synthetic, paths),
        };
    }

    private void Demand(string hash, SweepFile sweep)
    {
        if (hash != sweep.DatasetHash)
        {
            throw new WrongInputException(
                $"{Source} learnt from another table than that of {Sweep} (its hash is {hash[..12]}…, not {sweep.DatasetHash[..12]}…), so other rows were held out. "
                + "Name the sweep.json that it came from, or files with --training and --holdout.");
        }
    }
}
