using System.Collections.Concurrent;
using GanSweep.Contracts.Runs;
using GanSweep.Evaluation.Scoring;
using GanSweep.Gan.Configurations;
using GanSweep.Grains.Trainers;
using GanSweep.Sweeps.Wire;
using GanSweep.Tables;
using GanSweep.Training.Losses;
using GanSweep.Training.Tasks;

namespace GanSweep.Grains.Tests.Trainers;

/// <summary>
/// A trainer without libtorch that the cluster cannot tell from the real one: its result is a pure function of the run, it checkpoints,
/// resumes and stops. A run with latentDim 13 throws, one with 666 diverges in epoch 2, and runs wait at <see cref="Gate"/>.
/// </summary>
internal sealed class FakeTrainer : IRunTrainer
{
    /// <summary>Epochs go on while it is set.</summary>
    public ManualResetEventSlim Gate { get; } = new(initialState: true);

    /// <summary>Every start of a training: run, attempt, and the epoch it went on from.</summary>
    public ConcurrentQueue<(int Run, int Attempt, int FromEpoch)> Starts { get; } = [];

    public TrainingOutcome Train(Lease lease, Table table, byte[]? checkpoint, ITrainingObserver observer, CancellationToken stop)
    {
        int done = checkpoint is null ? 0 : BitConverter.ToInt32(checkpoint);
        Starts.Enqueue((lease.Run, lease.Attempt, done));
        int latentDim = TestModels.Typed(lease.Spec.Configuration).LatentDim;
        for (int epoch = done + 1; epoch <= lease.Epochs; epoch++)
        {
            if (latentDim == 13)
            {
                throw new InvalidOperationException("The thirteenth dimension is closed.");
            }

            if (latentDim == 666 && epoch == 2)
            {
                throw new DivergedException(epoch, "the generator's loss is NaN", "Try another learning rate.");
            }

            try
            {
                Gate.Wait(stop);
            }
            catch (OperationCanceledException)
            {
                return new TrainingOutcome.Interrupted(epoch - 1, BitConverter.GetBytes(epoch - 1));
            }

            observer.EpochCompleted(epoch, LossesOf(epoch));
            if (observer.CheckpointDue())
            {
                observer.Checkpoint(epoch, BitConverter.GetBytes(epoch));
            }
        }

        return new TrainingOutcome.Completed(ResultOf(lease), [(byte)latentDim]);
    }

    private static TrainedRun ResultOf(Lease lease)
    {
        int epochs = lease.Epochs;
        double gap = TestModels.Typed(lease.Spec.Configuration).LatentDim + (lease.Spec.Seed / 100.0);
        Scores scores = new() { [Score.MeanGap] = gap, [Score.StdGap] = gap, [Score.CorrelationDistance] = gap, [Score.JsEstimate] = gap };
        scores = scores.WithTotal(lease.SecondSample.ToScores());
        return new TrainedRun
        {
            Scores = scores,
            BestEpoch = epochs,
            Epochs = epochs,
            Losses = [.. Enumerable.Range(1, epochs).Select(LossesOf)],
            History = [new ScoredEpoch(epochs, scores)],
            Seconds = 1,
        };
    }

    private static EpochLosses LossesOf(int epoch)
    {
        return new EpochLosses(GanKeys.Model.Losses, [epoch, epoch, epoch, -epoch]);
    }
}
