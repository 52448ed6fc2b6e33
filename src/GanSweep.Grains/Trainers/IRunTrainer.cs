using GanSweep.Contracts.Runs;
using GanSweep.Tables;
using GanSweep.Training.Tasks;

namespace GanSweep.Grains.Trainers;

/// <summary>The door to training: all that the grains ask of it. Tests of the cluster put another trainer behind it.</summary>
public interface IRunTrainer
{
    /// <summary>Trains one run on the calling thread, until it ends or is asked to stop.</summary>
    /// <param name="lease">What to train.</param>
    /// <param name="table">The real table.</param>
    /// <param name="checkpoint">The checkpoint of an earlier attempt to go on from, or null.</param>
    /// <param name="observer">Is told of every epoch, on the calling thread.</param>
    /// <param name="stop">Asks for a last checkpoint and an early return.</param>
    TrainingOutcome Train(Lease lease, Table table, byte[]? checkpoint, ITrainingObserver observer, CancellationToken stop);
}
