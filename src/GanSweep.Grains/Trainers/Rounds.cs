namespace GanSweep.Grains.Trainers;

/// <summary>Does the same again and again: as soon as it is woken, and at the latest when an interval has passed; whatever the last round came to.</summary>
/// <param name="round">One round.</param>
/// <param name="contact">Is told of rounds that fail.</param>
/// <param name="interval">The longest wait between two rounds.</param>
/// <param name="time">The clock.</param>
internal sealed class Rounds(Func<Task> round, CoordinatorContact contact, TimeSpan interval, TimeProvider time)
{
    private readonly Signal _wake = new(time);
    private readonly Moment _begun = new(time);
    private bool _failing;

    /// <summary>Time since the last round began; null before the first.</summary>
    public TimeSpan? SinceLast => _begun.Since;

    /// <summary>Asks for a round at once; during one, for another after it.</summary>
    public void Wake()
    {
        _wake.Set();
    }

    /// <summary>Goes round for as long as it goes on, which is asked before each round and before each wait.</summary>
    public async Task RunAsync(Func<bool> goesOn)
    {
        while (goesOn())
        {
            await GoRoundAsync();
            if (goesOn())
            {
                await _wake.WaitAsync(interval);
            }
        }
    }

    private async Task GoRoundAsync()
    {
        _begun.IsNow();
        try
        {
            await round();
            if (_failing)
            {
                contact.Regained();
            }

            _failing = false;
        }
        catch (Exception exception)
        {
            // The coordinator is away or the call's fate unknown: everything is kept and said again in the next round.
            if (!_failing)
            {
                contact.Lost(exception);
            }

            _failing = true;
        }
    }
}
