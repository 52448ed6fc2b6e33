using System.Collections.Immutable;
using GanSweep.Training.Losses;
using GanSweep.Training.Tasks;

namespace GanSweep.Training.Testing;

/// <summary>Writes down what it is told, asks for checkpoints where it is told to, and stops a training at a step.</summary>
/// <param name="checkpointDue">Whether a checkpoint is due before the nth step, from 0.</param>
/// <param name="stopAt">The step before which <see cref="Stop"/> is cancelled, or null.</param>
public sealed class Recorder(Func<int, bool>? checkpointDue = null, int? stopAt = null) : ITrainingObserver, IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly List<(int Epoch, byte[] Checkpoint)> _checkpoints = [];
    private readonly List<int> _bestEpochs = [];
    private readonly List<ScoredEpoch> _points = [];
    private readonly List<ImmutableArray<float>> _losses = [];

    /// <summary>Asked before every step: how many steps there were.</summary>
    public int Steps { get; private set; }

    public IReadOnlyList<ImmutableArray<float>> Losses => _losses;

    public IReadOnlyList<ScoredEpoch> Points => _points;

    public IReadOnlyList<int> BestEpochs => _bestEpochs;

    public IReadOnlyList<(int Epoch, byte[] Checkpoint)> Checkpoints => _checkpoints;

    public CancellationToken Stop => _stop.Token;

    public void EpochCompleted(int epoch, EpochLosses losses)
    {
        _losses.Add(losses.Values);
        Assert.Equal(Losses.Count, epoch - (FirstEpoch - 1));
    }

    /// <summary>The first epoch that is expected to be reported.</summary>
    public int FirstEpoch { get; init; } = 1;

    public void Evaluated(ScoredEpoch point, bool best)
    {
        _points.Add(point);
        if (best)
        {
            _bestEpochs.Add(point.Epoch);
        }
    }

    public bool CheckpointDue()
    {
        int step = Steps++;
        if (step + 1 == stopAt)
        {
            _stop.Cancel();
        }

        return checkpointDue?.Invoke(step) ?? false;
    }

    public void Checkpoint(int epoch, byte[] checkpoint)
    {
        _checkpoints.Add((epoch, checkpoint));
    }

    public void Dispose()
    {
        _stop.Dispose();
    }
}
