using GanSweep.Grains.Threads;

namespace GanSweep.Grains.Tests.Threads;

public sealed class KeyedTurnsTests
{
    private readonly KeyedTurns _turns = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Take_OfOneKey_IsOneAfterTheOther()
    {
        IDisposable first = await _turns.TakeAsync("a", Cancellation);
        Task<IDisposable> second = _turns.TakeAsync("a", Cancellation);
        using IDisposable other = await _turns.TakeAsync("b", Cancellation);
        Assert.False(second.IsCompleted);

        first.Dispose();

        (await second).Dispose();
        (await _turns.TakeAsync("a", Cancellation)).Dispose();
    }

    [Fact]
    public async Task Take_ThatIsGivenUp_LeavesTheTurnToTheOthers()
    {
        IDisposable first = await _turns.TakeAsync("a", Cancellation);
        using CancellationTokenSource stop = new();
        Task<IDisposable> second = _turns.TakeAsync("a", stop.Token);
        Task<IDisposable> third = _turns.TakeAsync("a", Cancellation);

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        Assert.False(third.IsCompleted);
        first.Dispose();

        (await third).Dispose();
    }

    [Fact]
    public async Task Take_FromManyThreads_IsNeverTwoAtATime()
    {
        int inside = 0;
        int most = 0;
        await Parallel.ForAsync(0, 500, Cancellation, async (number, cancellation) =>
        {
            using IDisposable turn = await _turns.TakeAsync($"{number % 3 / 2}", cancellation);
            if (number % 3 == 2)
            {
                most = Math.Max(most, ++inside);
                await Task.Yield();
                inside--;
            }
        });

        Assert.Equal(1, most);
    }
}
