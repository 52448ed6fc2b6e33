using System.Diagnostics;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Scores;
using GanSweep.Evaluation.Privacy;
using GanSweep.Gan.Checkpoints;
using GanSweep.Gan.Configurations;
using GanSweep.Gan.Engines;
using GanSweep.Gan.GeneratorFiles;
using GanSweep.Tables.Transforms;

namespace GanSweep.Gan.Training;

/// <summary>Trains a run.</summary>
public static class GanTrainer
{
    /// <summary>
    /// Trains a run from its start, or from a checkpoint, to its end. Synchronous, on the caller's thread, which should be its own.
    /// The outcome does not depend on the thread, on what else runs, or on where the run was interrupted: it is the same to the bit.
    /// </summary>
    /// <param name="task">The run.</param>
    /// <param name="checkpoint">A checkpoint of the same run to go on from, or null.</param>
    /// <param name="observer">Who follows.</param>
    /// <param name="stop">Asks for an interruption, which follows after the step or evaluation in progress.</param>
    /// <exception cref="DivergedException">A loss or a generated value is not finite.</exception>
    /// <exception cref="TransformException">The table cannot be transformed as configured.</exception>
    /// <exception cref="ForeignCheckpointException">The checkpoint is another run's.</exception>
    /// <exception cref="DamagedCheckpointException">The checkpoint is not what was written.</exception>
    public static TrainingOutcome Train(TrainingTask task, byte[]? checkpoint, ITrainingObserver observer, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(observer);
        long start = Stopwatch.GetTimestamp();
        GanConfiguration configuration = task.Configuration;
        HoldoutSplit split = HoldoutSplit.Of(task.Table, task.Holdout);
        int rowCount = split.Training.RowCount;

        TableTransform transform = TableTransform.Fit(configuration.Transform, split.Training, configuration.Clip);
        float[] table = transform.Forward(split.Training); // [rows, columns]
        RowOrder order = new(task.Seed, rowCount);
        EpochEvaluator evaluator = new(task, split, transform, table);
        using IGanEngine engine = GanEngine.Create(configuration, task.Seed, table, task.Table.ColumnCount);
        TrainingProgress progress = checkpoint is null
            ? new TrainingProgress()
            : TrainingCheckpoint.Read(checkpoint, task.RunKey, engine.State);

        double Seconds() => progress.EarlierSeconds + Stopwatch.GetElapsedTime(start).TotalSeconds;
        byte[] Checkpoint() => TrainingCheckpoint.Write(task.RunKey, progress, Seconds(), engine.State);

        while (!progress.IsFinished(configuration))
        {
            if (stop.IsCancellationRequested)
            {
                return new TrainingOutcome.Interrupted(progress.Epoch, Checkpoint());
            }

            if (observer.CheckpointDue())
            {
                observer.Checkpoint(progress.Epoch, Checkpoint());
            }

            // The discriminator learns from the next batch of the shuffled rows; the last batch of an epoch has what is left.
            int epoch = progress.Epoch + 1;
            int batch = Math.Min(configuration.BatchSize, rowCount - progress.Row);
            int batchNumber = (progress.Row / configuration.BatchSize) + 1;
            engine.LearningRateFactor = LearningRateSchedule.FactorOf(configuration, epoch);
            progress.Sum = progress.Sum.Plus(engine.DiscriminatorStep(order.Batch(epoch, progress.Row, batch)), batch);
            progress.Row += batch;

            // The generator follows after every `discriminatorSteps` of those, and at the end of an epoch.
            bool epochEnds = progress.Row == rowCount;
            if (epochEnds || batchNumber % configuration.DiscriminatorSteps == 0)
            {
                progress.Sum = progress.Sum.Plus(engine.GeneratorStep(batch), batch);
            }

            if (epochEnds)
            {
                EpochLosses losses = progress.CompleteEpoch();
                DivergedException.ThrowIfNotFinite(epoch, losses);
                observer.EpochCompleted(epoch, losses);
            }

            if (epochEnds && (epoch % configuration.EvaluationInterval == 0 || epoch == configuration.Epochs))
            {
                ScorePoint point = evaluator.Evaluate(engine, epoch);
                bool best = progress.Add(point, engine.State.GeneratorAverage.Values);
                observer.Evaluated(point, best);
            }
        }

        ScorePoint chosen = progress.Best ?? throw new UnreachableException("The last epoch is always evaluated.");
        progress.BestWeights.CopyTo(engine.State.GeneratorAverage.Values);
        GanScores scores = evaluator.EvaluateChosen(engine, chosen);
        return new TrainingOutcome.Completed(
            new RunResult
            {
                Scores = scores,
                BestEpoch = chosen.Epoch,
                Epochs = progress.Epoch,
                Losses = progress.Losses.ToHistory(),
                History = [.. progress.History],
                Seconds = Seconds(),
            },
            GeneratorFileWriter.Write(new GeneratorFile
            {
                Configuration = configuration,
                Weights = engine.State.GeneratorShape.ToWeights(progress.BestWeights),
                Transform = transform,
                Seed = task.Seed,
                Scores = scores,
                BestEpoch = chosen.Epoch,
                RunKey = task.RunKey,
                SweepId = task.SweepId,
                DatasetHash = task.DatasetHash,
                EngineVersion = EngineVersion.Of(configuration),
            }));
    }
}
