using GanSweep.Contracts.Access;
using GanSweep.Sweeps.Access;
using GanSweep.Sweeps.Testing.Stores;
using Microsoft.Extensions.Time.Testing;

namespace GanSweep.Sweeps.Tests.Access;

public sealed class AuditLogTests : IDisposable
{
    private static readonly Actor Stranger = new("nobody known", "10.0.0.1");
    private readonly MemorySweepStore _store = new();
    private readonly FakeTimeProvider _time = new();
    private readonly AccessBook _book;

    public AuditLogTests()
    {
        _book = new AccessBook(_store.Access, _time);
    }

    public void Dispose()
    {
        _book.Dispose();
    }

    [Fact]
    public async Task AppendRefusal_AThousandTimes_WritesTwentyAndCountsTheOthers()
    {
        for (int i = 0; i < 1000; i++)
        {
            await _book.Log.AppendRefusalAsync(Stranger, "a wrong key");
        }

        Assert.Equal(20, (await _book.Log.ReadAsync(null, 1000)).Count);
        _time.Advance(TimeSpan.FromSeconds(30));
        Assert.True(await _book.Log.AppendRefusalAsync(Stranger, "a wrong key"));
        Assert.False(await _book.Log.AppendRefusalAsync(Stranger, "a wrong key"));
        AuditEntry last = (await _book.Log.ReadAsync(null, 1))[0];
        Assert.Equal(("refused", "10.0.0.1", "a wrong key; 980 more before it were not written"), (last.Action, last.From, last.Detail));
    }

    [Fact]
    public async Task AppendRefusal_BeyondItsBound_KeepsNothingElseOut()
    {
        for (int i = 0; i < 30; i++)
        {
            await _book.Log.AppendRefusalAsync(Stranger, "a wrong key");
        }

        await _book.Log.AppendAsync(new Actor("ann (k1)", "10.0.0.2"), "cancelled", "loans-1");

        AuditEntry last = (await _book.Log.ReadAsync(null, 1))[0];
        Assert.Equal((21, "ann (k1)", "10.0.0.2", "cancelled", "loans-1"), (last.Number, last.Who, last.From, last.Action, last.Sweep));
        Assert.Equal(_time.GetUtcNow(), last.At);
    }

    [Theory]
    [InlineData(-5, 1)]
    [InlineData(0, 1)]
    [InlineData(3, 3)]
    [InlineData(100_000, 5)]
    public async Task Read_ACountBeyondItsBounds_IsBroughtToThem(int count, int expected)
    {
        for (int i = 0; i < 5; i++)
        {
            await _book.Log.AppendAsync(Stranger, "submitted");
        }

        Assert.Equal(expected, (await _book.Log.ReadAsync(null, count)).Count);
    }
}
