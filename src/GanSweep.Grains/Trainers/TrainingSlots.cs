using System.Collections.Concurrent;

namespace GanSweep.Grains.Trainers;

/// <summary>The threads that train, each one attempt at a time.</summary>
/// <param name="count">How many there are.</param>
/// <param name="train">Trains one attempt; must not throw.</param>
internal sealed class TrainingSlots(int count, Action<RunAttempt> train)
{
    // Not disposed of: a thread that outlasts the host's patience still looks into it.
    private readonly BlockingCollection<RunAttempt> _waiting = [];

    public void Start()
    {
        for (int slot = 1; slot <= count; slot++)
        {
            new Thread(TrainWhatComes) { IsBackground = true, Name = $"trainer slot {slot}" }.Start();
        }
    }

    /// <summary>Trains an attempt as soon as a slot is free.</summary>
    public void Add(RunAttempt attempt)
    {
        _waiting.Add(attempt);
    }

    /// <summary>Ends the threads when they have trained what waits.</summary>
    public void Complete()
    {
        _waiting.CompleteAdding();
    }

    private void TrainWhatComes()
    {
        foreach (RunAttempt attempt in _waiting.GetConsumingEnumerable())
        {
            train(attempt);
        }
    }
}
