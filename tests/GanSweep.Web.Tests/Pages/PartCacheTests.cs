using GanSweep.Contracts.Access;
using GanSweep.Reporting.Html;
using GanSweep.Web.Pages.Live;

namespace GanSweep.Web.Tests.Pages;

public sealed class PartCacheTests
{
    private static readonly PageContext Reader = new(AccessRole.Reader, "token");

    private readonly PartCache _cache = new();
    private int _written;

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
