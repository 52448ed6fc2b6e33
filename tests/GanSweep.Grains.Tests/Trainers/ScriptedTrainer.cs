using GanSweep.Contracts.Runs;
using GanSweep.Grains.Trainers;
using GanSweep.Tables;
using GanSweep.Training.Tasks;

namespace GanSweep.Grains.Tests.Trainers;

/// <summary>A trainer that does what the test says.</summary>
internal sealed class ScriptedTrainer(Func<ITrainingObserver, byte[]?, CancellationToken, TrainingOutcome> train) : IRunTrainer
{
    public TrainingOutcome Train(Lease lease, Table table, byte[]? checkpoint, ITrainingObserver observer, CancellationToken stop)
    {
        return train(observer, checkpoint, stop);
    }
}
