using GanSweep.Contracts.Reports;
using GanSweep.Contracts.Runs;
using GanSweep.Sweeps.Wire;
using GanSweep.Tables;
using GanSweep.Tables.Transforms;
using GanSweep.Training.Tasks;

namespace GanSweep.Grains.Trainers;

/// <summary>A leased run with all that its training needs.</summary>
/// <param name="Run">The run.</param>
/// <param name="Table">The real table.</param>
/// <param name="Checkpoint">The checkpoint of an earlier attempt to go on from, or null.</param>
internal sealed record RunAttempt(LeasedRun Run, Table Table, RunCheckpoint? Checkpoint)
{
    private Lease Lease => Run.Lease;

    /// <summary>Trains on the calling thread, and never throws.</summary>
    /// <param name="trainer">Trains.</param>
    /// <param name="maxPayloadLength">The largest checkpoint or generator that can be sent, in bytes.</param>
    /// <returns>How it ended; null if it was stopped and its checkpoint is too large to be given back.</returns>
    public RunReport? Train(IRunTrainer trainer, int maxPayloadLength)
    {
        try
        {
            return trainer.Train(Lease, Table, Checkpoint?.Content, Run, Run.Stop) switch
            {
                TrainingOutcome.Completed completed when completed.Generator.Length > maxPayloadLength => Failed(
                    completed.Result.Epochs,
                    $"The generator's file has {completed.Generator.Length:N0} bytes; at most {maxPayloadLength:N0} are kept. Make the model smaller.",
                    final: true),
                TrainingOutcome.Completed completed => new CompletedReport(
                    Lease.Run, Lease.Attempt, ResultOf(completed.Result), completed.Generator, Sent(completed.Checkpoint, maxPayloadLength - completed.Generator.Length)),
                TrainingOutcome.Interrupted interrupted when interrupted.Checkpoint.Length > maxPayloadLength => null,
                TrainingOutcome.Interrupted interrupted =>
                    new CheckpointReport(Lease.Run, Lease.Attempt, interrupted.Epoch, interrupted.Checkpoint, GivesBack: true),
                var other => throw new NotSupportedException($"The trainer answered with {other.GetType().Name}."),
            };
        }
        catch (DivergedException diverged)
        {
            return Failed(diverged.Epoch, diverged.Message, final: true);
        }
        catch (TransformException unfit)
        {
            // The table will not fit the next time either.
            return Failed(0, unfit.Message, final: true);
        }
        catch (Exception failure)
        {
            int epoch = Run.Epoch + 1;
            return Failed(epoch, $"Failed in epoch {epoch}: {failure.Message} ({failure.GetType().Name})", final: false);
        }
    }

    // Without it a longer run begins anew.
    private static byte[]? Sent(byte[]? checkpoint, int maxLength)
    {
        return checkpoint?.Length > maxLength ? null : checkpoint;
    }

    private FailedReport Failed(int epoch, string reason, bool final)
    {
        return new FailedReport(Lease.Run, Lease.Attempt, epoch, reason, final);
    }

    private static RunResult ResultOf(TrainedRun run)
    {
        return new RunResult
        {
            Scores = run.Scores.ToWire(),
            BestEpoch = run.BestEpoch,
            Epochs = run.Epochs,
            Losses = run.Losses.ToWire(1),
            History = [.. run.History.Select(point => new ScorePoint(point.Epoch, point.Scores.ToWire()))],
            Seconds = run.Seconds,
        };
    }
}
