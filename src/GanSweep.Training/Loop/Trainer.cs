using System.Diagnostics;
using GanSweep.Evaluation.Holdout;
using GanSweep.Evaluation.Privacy;
using GanSweep.Evaluation.Scoring;
using GanSweep.Settings.Models;
using GanSweep.Tables.Transforms;
using GanSweep.Training.Checkpoints;
using GanSweep.Training.Families;
using GanSweep.Training.Generators;
using GanSweep.Training.Losses;
using GanSweep.Training.Progress;
using GanSweep.Training.Tasks;

namespace GanSweep.Training.Loop;

/// <summary>Trains a run, whatever its model.</summary>
public static class Trainer
{
    /// <summary>
    /// Trains a run from its start, or from a checkpoint, its own or that of its beginning, to its end. Synchronous, on the caller's thread, which should be its own.
    /// The outcome does not depend on the thread, on what else runs, or on where the run was interrupted: it is the same to the bit.
    /// </summary>
    /// <param name="task">The run.</param>
    /// <param name="checkpoint">A checkpoint of the same run, or the last of its beginning, to go on from; or null.</param>
    /// <param name="observer">Who follows.</param>
    /// <param name="time">Tells how long it took.</param>
    /// <param name="stop">Asks for an interruption, which follows after the step or evaluation in progress.</param>
    /// <exception cref="DivergedException">A loss or a generated value is not finite.</exception>
    /// <exception cref="TransformException">The table cannot be transformed as configured.</exception>
    /// <exception cref="ForeignCheckpointException">The checkpoint is another run's.</exception>
    /// <exception cref="DamagedCheckpointException">The checkpoint is not what was written.</exception>
    public static TrainingOutcome Train(
        TrainingTask task, byte[]? checkpoint, ITrainingObserver observer, TimeProvider time, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(observer);
        ArgumentNullException.ThrowIfNull(time);
        long start = time.GetTimestamp();
        IModelFamily family = task.Family;
        Configuration configuration = task.Configuration;
        int epochs = configuration.Get(LoopKeys.Epochs);
        int evaluationInterval = configuration.Get(LoopKeys.EvaluationInterval);
        HoldoutSplit split = HoldoutSplit.Of(task.Table, task.Holdout, task.Sequence);
        int batches = LoopKeys.BatchesOf(configuration, split.Training.RowCount); // of an epoch

        var learnt = LearntRows.Of(task, split);
        RowOrder order = new(task.Seed, split.Training.RowCount, configuration.Get(LoopKeys.BatchSize));
        EpochEvaluator evaluator = new(task, split, learnt);
        using IModelRun run = family.Start(new RunStart(configuration, task.Seed, learnt.Rows, learnt.Features));
        TrainingProgress progress = checkpoint is null
            ? new TrainingProgress(family.Model.Losses.Length)
            : TrainingCheckpoint.Read(checkpoint, task, run, batches);

        double Seconds() => progress.EarlierSeconds + time.GetElapsedTime(start).TotalSeconds;
        byte[] Checkpoint() => TrainingCheckpoint.Write(task, progress, Seconds(), run);

        while (!progress.IsFinished(configuration, task.Until))
        {
            if (stop.IsCancellationRequested)
            {
                return new TrainingOutcome.Interrupted(progress.Epoch, Checkpoint());
            }

            if (observer.CheckpointDue())
            {
                observer.Checkpoint(progress.Epoch, Checkpoint());
            }

            ReadOnlySpan<int> rows = order.Batch(((long)progress.Epoch * batches) + progress.Step);
            int epoch = progress.Epoch + 1;
            progress.Step++;
            bool epochEnds = progress.Step == batches;
            run.Step(new TrainingStep(epoch, progress.Step, rows, epochEnds), progress.Sums);

            if (epochEnds)
            {
                EpochLosses losses = new(family.Model.Losses, progress.CompleteEpoch());
                ThrowIfNotFinite(family, epoch, losses);
                observer.EpochCompleted(epoch, losses);
            }

            if (epochEnds && (epoch % evaluationInterval == 0 || epoch == epochs))
            {
                ScoredEpoch point = evaluator.Evaluate(run, epoch);
                bool best = progress.Add(point, run.Weights);
                observer.Evaluated(point, best);
            }
        }

        // A beginning is scored where it ends. A longer run goes on as if it had not been: there, the loop alone says when.
        byte[]? handedOver = task.Until is null ? null : Checkpoint();
        if (!progress.IsFinished(configuration) && !progress.IsEvaluated)
        {
            ScoredEpoch end = evaluator.Evaluate(run, progress.Epoch);
            bool best = progress.Add(end, run.Weights);
            observer.Evaluated(end, best);
        }

        ScoredEpoch chosen = progress.Best ?? throw new UnreachableException("The last epoch is always evaluated.");
        progress.BestWeights.CopyTo(run.Weights);
        TableTransform calibrated = evaluator.CalibrateChosen(run);
        Scores scores = evaluator.EvaluateChosen(run, calibrated, chosen);
        return new TrainingOutcome.Completed(
            new TrainedRun
            {
                Scores = scores,
                BestEpoch = chosen.Epoch,
                Epochs = progress.Epoch,
                Losses = [.. progress.Losses.Epochs.Select(values => new EpochLosses(family.Model.Losses, values))],
                History = [.. progress.History],
                Seconds = Seconds(),
            },
            GeneratorFileWriter.Write(new TrainedGenerator
            {
                Family = family,
                Configuration = configuration,
                Weights = progress.BestWeights,
                Transform = calibrated,
                Paths = learnt.Paths,
                Form = task.Table.Form,
                Seed = task.Seed,
                Scores = scores,
                BestEpoch = chosen.Epoch,
                RunKey = task.RunKey,
                SweepId = task.SweepId,
                DatasetHash = task.DatasetHash,
                EngineVersion = family.EngineVersionOf(configuration),
            }),
            handedOver);
    }

    private static void ThrowIfNotFinite(IModelFamily family, int epoch, EpochLosses losses)
    {
        string[] broken = [.. losses.Series.Zip(losses.Values).Where(loss => !float.IsFinite(loss.Second)).Select(loss => $"{loss.First.Meaning} is {loss.Second}")];
        if (broken.Length > 0)
        {
            throw new DivergedException(epoch, string.Join(", ", broken), family.AdviceOnDivergence);
        }
    }
}
