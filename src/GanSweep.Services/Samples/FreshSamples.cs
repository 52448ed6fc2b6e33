using System.Collections.Immutable;
using GanSweep.Contracts.Sweeps;
using GanSweep.Evaluation.Holdout;
using GanSweep.Evaluation.Scoring;
using GanSweep.Evaluation.Standards;
using GanSweep.Evaluation.Threads;
using GanSweep.Sweeps.Definitions;
using GanSweep.Tables;
using GanSweep.Tables.Sequences;
using GanSweep.Training.Generators;

namespace GanSweep.Services.Samples;

/// <summary>Samples that had no part in the choice of their generator, and their scores.</summary>
internal static class FreshSamples
{
    // Seeds that no training has seen: samples have a stream of random numbers of their own.
    private static readonly ImmutableArray<long> Seeds = [1, 2, 3];

    /// <summary>Draws them.</summary>
    /// <param name="generator">The generator.</param>
    /// <param name="rows">Rows of each sample.</param>
    /// <param name="real">The real table, of whose levels the generator need not know all.</param>
    public static ImmutableArray<Table> Draw(TrainedGenerator generator, int rows, Table real)
    {
        return [.. Seeds.Select(seed => DrawnTable.Of(generator, rows, seed).WithLevelsOf(real))];
    }

    /// <summary>Scores them against the real table, of which a share was held out of training; the first alone on what takes a model.</summary>
    public static ImmutableArray<Scores> Score(ImmutableArray<Table> samples, Table real, SweepProvenance provenance, Yardsticks yardsticks)
    {
        RowSequence? sequence = SweepDefinition.ParseSequence(provenance.Sequence);
        TableScorer scorer = new(real, HoldoutSplit.Of(real, provenance.Holdout, sequence), provenance.Target, sequence);
        Scores[] scores = new Scores[samples.Length];
        AllCores.For(
            samples.Length,
            number => scores[number] = scorer.Score(samples[number], Evaluation.Scoring.Score.OfSample(number)).WithTotal(yardsticks.SecondSample),
            CancellationToken.None);
        return [.. scores];
    }
}
