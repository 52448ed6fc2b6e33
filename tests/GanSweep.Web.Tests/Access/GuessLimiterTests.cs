using System.Net;
using GanSweep.Web.Access;
using Microsoft.Extensions.Time.Testing;

namespace GanSweep.Web.Tests.Access;

public sealed class GuessLimiterTests
{
    private static readonly IPAddress Address = IPAddress.Parse("192.0.2.1");
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void WaitOf_AfterTenWrongOnes_IsUntilOneMoreIsForgiven()
    {
        GuessLimiter limiter = new(_time);
        for (int i = 0; i < 10; i++)
        {
            Assert.Null(limiter.WaitOf(Address));
            limiter.Note(Address);
        }

        Assert.Equal(TimeSpan.FromSeconds(6), limiter.WaitOf(Address));
        _time.Advance(TimeSpan.FromSeconds(6));
        Assert.Null(limiter.WaitOf(Address));
        limiter.Note(Address);
        Assert.Equal(TimeSpan.FromSeconds(6), limiter.WaitOf(Address));
        _time.Advance(TimeSpan.FromMinutes(2));
        limiter.Note(Address);
        Assert.Null(limiter.WaitOf(Address));
    }

    [Fact]
    public void WaitOf_AnAddressOfTheSameNetwork_IsOneOfV6AndNotOfV4()
    {
        GuessLimiter limiter = new(_time);
        for (int i = 0; i < 10; i++)
        {
            limiter.Note(Address);
            limiter.Note(IPAddress.Parse($"2001:db8::{i}"));
        }

        Assert.Null(limiter.WaitOf(IPAddress.Parse("192.0.2.2")));
        Assert.NotNull(limiter.WaitOf(IPAddress.Parse("::ffff:192.0.2.1")));
        Assert.NotNull(limiter.WaitOf(IPAddress.Parse("2001:db8::ffff")));
        Assert.Null(limiter.WaitOf(IPAddress.Parse("2001:db8:0:1::1")));
    }

    [Fact]
    public void Note_MoreAddressesThanAreRemembered_ForgetsThoseThatWereWrongLeast()
    {
        GuessLimiter limiter = new(_time);
        for (int i = 0; i < 20; i++)
        {
            limiter.Note(Address);
        }

        for (int i = 0; i < 3 * GuessLimiter.MostAddresses; i++)
        {
            limiter.Note(new IPAddress(0x0A000000 + i));
        }

        Assert.Equal(GuessLimiter.MostAddresses, limiter.Count);
        Assert.NotNull(limiter.WaitOf(Address));
        _time.Advance(TimeSpan.FromHours(1));
        limiter.Note(IPAddress.Loopback);
        Assert.Equal(1, limiter.Count);
    }
}
