using GanSweep.Contracts.Access;
using GanSweep.Reporting.Html;
using GanSweep.Web.Pages.Live;
using Microsoft.Extensions.Time.Testing;

namespace GanSweep.Web.Tests.Pages;

public sealed class PartCacheTests
{
    private static readonly PageContext Reader = new(AccessRole.Reader, "token");

    private readonly FakeTimeProvider _time = new();
    private readonly PartCache _cache;
    private int _written;

    public PartCacheTests()
    {
        _cache = new PartCache(_time);
    }

    [Fact]
    public async Task Write_SameVersion_IsWrittenOnceForAllWhoLook()
    {
        WrittenPart first = await _cache.WriteAsync("/a", Counted("1"), Reader);
        WrittenPart second = await _cache.WriteAsync("/a", Counted("1"), Reader);

        Assert.Equal((1, first), (_written, second));
    }

    [Fact]
    public async Task Write_OtherVersionAddressOrRole_IsWrittenAnew()
    {
        await _cache.WriteAsync("/a", Counted("1"), Reader);
        await _cache.WriteAsync("/a", Counted("2"), Reader);
        await _cache.WriteAsync("/b", Counted("2"), Reader);
        await _cache.WriteAsync("/b", Counted("2"), Reader with { Role = AccessRole.Admin });

        Assert.Equal(4, _written);
    }

    [Fact]
    public async Task Write_PersonalPart_IsNeverKept()
    {
        await _cache.WriteAsync("/a", Counted("1") with { IsPersonal = true }, Reader);
        await _cache.WriteAsync("/a", Counted("1") with { IsPersonal = true }, Reader);

        Assert.Equal(2, _written);
    }

    [Fact]
    public async Task Write_LongPart_KeepsNobodyWaitingAndComesWhenItIsDone()
    {
        using ManualResetEventSlim gate = new();
        Part part = new("long", "1", Draw) { IsLong = true };

        WrittenPart before = await _cache.WriteAsync("/a", part, Reader);
        gate.Set();
        WrittenPart after = before;
        while (after == before)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
            after = await _cache.WriteAsync("/a", part, Reader);
        }

        Assert.Contains("Being drawn", before.Html, StringComparison.Ordinal);
        Assert.Equal("<p>done</p>\n", after.Html);

        void Draw(HtmlWriter html)
        {
            gate.Wait(TestContext.Current.CancellationToken);
            html.Write($"<p>done</p>");
        }
    }

    [Fact]
    public async Task Write_ManyAtOnce_IsWrittenOnce()
    {
        using ManualResetEventSlim gate = new();
        Part part = new("part", "1", Draw);

        Task<WrittenPart>[] asked = [.. Enumerable.Range(0, 8).Select(_ => Task.Run(() => _cache.WriteAsync("/a", part, Reader)))];
        gate.Set();
        WrittenPart[] answers = await Task.WhenAll(asked);

        Assert.Equal(1, _written);
        Assert.All(answers, answer => Assert.Equal("<p>1</p>\n", answer.Html));

        void Draw(HtmlWriter html)
        {
            gate.Wait(TestContext.Current.CancellationToken);
            html.Write($"<p>{Interlocked.Increment(ref _written)}</p>");
        }
    }

    [Fact]
    public async Task Write_WhileAnotherIsAtANewerOne_IsAsItWasBefore()
    {
        using ManualResetEventSlim gate = new();
        using ManualResetEventSlim begun = new();
        await _cache.WriteAsync("/a", Counted("1"), Reader);

        Task<WrittenPart> newer = Task.Run(() => _cache.WriteAsync("/a", new Part("part", "2", Draw), Reader));
        begun.Wait(TestContext.Current.CancellationToken);
        WrittenPart meanwhile = await _cache.WriteAsync("/a", Counted("2"), Reader);
        gate.Set();

        Assert.Equal("<p>1</p>\n", meanwhile.Html);
        Assert.Equal("<p>newer</p>\n", (await newer).Html);

        void Draw(HtmlWriter html)
        {
            begun.Set();
            gate.Wait(TestContext.Current.CancellationToken);
            html.Write($"<p>newer</p>");
        }
    }

    [Theory]
    [InlineData(true, 50, 4.9, false)]
    [InlineData(true, 50, 5.1, true)]
    [InlineData(true, 5_000, 9.9, false)]
    [InlineData(true, 5_000, 10.1, true)]
    [InlineData(true, 0, 0, true)]
    [InlineData(false, 50, 0, true)]
    public async Task Write_ChangesAllTheTime_APartThatMayLagRestsAHundredTimesItsCost(bool mayLag, int milliseconds, double laterSeconds, bool isWritten)
    {
        // The first writing does not count: it is compiled.
        await _cache.WriteAsync("/a", Costly("1"), Reader);
        await _cache.WriteAsync("/a", Costly("2"), Reader);
        _time.Advance(TimeSpan.FromSeconds(laterSeconds));
        WrittenPart third = await _cache.WriteAsync("/a", Costly("3"), Reader);

        Assert.Equal(isWritten ? "<p>3</p>\n" : "<p>2</p>\n", third.Html);

        Part Costly(string version)
        {
            return new Part("part", version, Draw) { MayLag = mayLag };

            void Draw(HtmlWriter html)
            {
                _time.Advance(TimeSpan.FromMilliseconds(milliseconds));
                html.Write($"<p>{version}</p>");
            }
        }
    }

    [Fact]
    public async Task Write_PartThatFails_SaysSoInItsPlace()
    {
        WrittenPart written = await _cache.WriteAsync("/a", new Part("odd", "1", _ => throw new InvalidOperationException("a <b> too many")), Reader);

        Assert.Contains("could not be made: a &lt;b&gt; too many", written.Html, StringComparison.Ordinal);
    }

    private Part Counted(string version)
    {
        return new Part("part", version, html => html.Write($"<p>{++_written}</p>"));
    }
}
