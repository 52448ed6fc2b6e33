using GanSweep.Web.Events;
using GanSweep.Web.Tests.Fakes;

namespace GanSweep.Web.Tests.Events;

public sealed class FeedTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly AwaitedTime _time = new();
    private string _state = "a";
    private int _asked;

    private Feed<string> NewFeed()
    {
        return new Feed<string>(
            last =>
            {
                _asked++;
                return Task.FromResult(last == _state ? last : _state);
            },
            _time);
    }

    [Fact]
    public async Task WatchAsync_ManyWatchers_AskOnceForAll()
    {
        Feed<string> feed = NewFeed();
        await using IAsyncEnumerator<string?> one = Watch(feed);
        await using IAsyncEnumerator<string?> other = Watch(feed);

        Assert.Equal("a", await NextAsync(one));
        Assert.Equal("a", await NextAsync(other));
        _state = "b";
        ValueTask<bool> first = one.MoveNextAsync();
        ValueTask<bool> second = other.MoveNextAsync();
        await _time.PassAsync(Feed<string>.Interval);

        Assert.True(await first && await second);
        Assert.Equal(("b", "b"), (one.Current, other.Current));
        Assert.Equal(2, _asked);
        Assert.Equal(2, feed.Watchers);
    }

    [Fact]
    public async Task WatchAsync_NobodyAnyMore_NothingIsAsked()
    {
        Feed<string> feed = NewFeed();
        await using (IAsyncEnumerator<string?> one = Watch(feed))
        {
            await NextAsync(one);
        }

        Assert.Equal(0, feed.Watchers);
        await _time.PassAsync(Feed<string>.Interval);
        _time.Advance(Patience);

        Assert.Equal(1, _asked);
    }

    [Fact]
    public async Task WatchAsync_NothingNewForAWhile_BeatsAndGoesOn()
    {
        Feed<string> feed = NewFeed();
        await using IAsyncEnumerator<string?> one = Watch(feed);
        Assert.Equal("a", await NextAsync(one));

        ValueTask<bool> next = one.MoveNextAsync();
        await _time.PassAsync(Patience);

        Assert.True(await next);
        Assert.Null(one.Current);
    }

    [Fact]
    public async Task WatchAsync_AskingFails_IsAskedAgain()
    {
        int asked = 0;
        Feed<string> feed = new(_ => ++asked == 1 ? Task.FromException<string>(new TimeoutException()) : Task.FromResult("a"), _time);
        await using IAsyncEnumerator<string?> one = Watch(feed);

        ValueTask<bool> next = one.MoveNextAsync();
        await _time.PassAsync(Feed<string>.Interval);

        Assert.True(await next);
        Assert.Equal("a", one.Current);
    }

    private static IAsyncEnumerator<string?> Watch(Feed<string> feed)
    {
        return feed.WatchAsync(Patience, TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
    }

    private static async Task<string?> NextAsync(IAsyncEnumerator<string?> watch)
    {
        Assert.True(await watch.MoveNextAsync());
        return watch.Current;
    }
}
