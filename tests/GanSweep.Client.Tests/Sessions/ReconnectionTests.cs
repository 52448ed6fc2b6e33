using GanSweep.Client.Output;
using GanSweep.Client.Sessions;
using GanSweep.Client.Tests.Fakes;
using GanSweep.Contracts.Sweeps;
using Microsoft.Extensions.Time.Testing;
using Spectre.Console.Testing;

namespace GanSweep.Client.Tests.Sessions;

public sealed class ReconnectionTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TestConsole _console = new TestConsole().Width(200);
    private readonly FakeTimeProvider _time = new();

    public void Dispose()
    {
        _console.Dispose();
    }

    [Fact]
    public async Task AskAsync_AnswerAtOnce_SaysNothing()
    {
        Assert.Equal(7, await AskAsync(() => Task.FromResult(7), Patience));
        Assert.Equal("", _console.Output);
    }

    [Fact]
    public async Task AskAsync_LostForLessThanThePatience_SaysBothOnceAndAnswers()
    {
        DateTimeOffset back = _time.GetUtcNow() + TimeSpan.FromSeconds(59);

        Assert.Equal(7, await AskAsync(() => _time.GetUtcNow() < back ? Task.FromException<int>(Lost()) : Task.FromResult(7), Patience));

        Assert.Equal("The cluster does not answer: the connection broke. Trying again …\nConnected again.\n", _console.Output);
    }

    [Fact]
    public async Task AskAsync_LostForLonger_GivesUp()
    {
        DateTimeOffset start = _time.GetUtcNow();

        await Assert.ThrowsAsync<ClusterLostException>(() => AskAsync(() => Task.FromException<int>(Lost()), Patience));

        Assert.InRange(_time.GetUtcNow() - start, Patience, 2 * Patience);
    }

    [Fact]
    public async Task AskAsync_WithoutEndOfPatience_AsksForAsLongAsItTakes()
    {
        DateTimeOffset back = _time.GetUtcNow() + TimeSpan.FromHours(2);

        Assert.Equal(7, await AskAsync(() => _time.GetUtcNow() < back ? Task.FromException<int>(Lost()) : Task.FromResult(7), patience: null));
    }

    [Fact]
    public async Task AskAsync_AnswerThatIsAnError_IsNotAskedForAgain()
    {
        int asked = 0;

        await Assert.ThrowsAsync<SweepNotFoundException>(() => AskAsync(
            () =>
            {
                asked++;
                return Task.FromException<int>(new SweepNotFoundException("none"));
            },
            Patience));

        Assert.Equal(1, asked);
    }

    [Fact]
    public async Task AskAsync_Interrupted_Ends()
    {
        using CancellationTokenSource signal = new();
        Task<int> asking = new Reconnection(new ErrorConsole(_console), _time)
            .AskAsync(() => Task.FromException<int>(Lost()), patience: null, signal.Token);

        await signal.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
    }

    private static ClusterLostException Lost()
    {
        return new ClusterLostException(new GatewayAddress("localhost", 30000), "the connection broke");
    }

    private Task<int> AskAsync(Func<Task<int>> ask, TimeSpan? patience)
    {
        Reconnection reconnection = new(new ErrorConsole(_console), _time);
        return _time.PassForAsync(reconnection.AskAsync(ask, patience, TestContext.Current.CancellationToken));
    }
}
