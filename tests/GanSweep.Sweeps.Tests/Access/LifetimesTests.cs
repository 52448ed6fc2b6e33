using GanSweep.Sweeps.Access;

namespace GanSweep.Sweeps.Tests.Access;

public sealed class LifetimesTests
{
    [Theory]
    [InlineData("30d", 30 * 24 * 60)]
    [InlineData("12h", 12 * 60)]
    [InlineData("45m", 45)]
    public void TryParse_ASpan_IsThat(string text, int minutes)
    {
        Assert.True(Lifetimes.TryParse(text, out TimeSpan lifetime));
        Assert.Equal(TimeSpan.FromMinutes(minutes), lifetime);
    }

    [Theory]
    [InlineData("")]
    [InlineData("d")]
    [InlineData("0d")]
    [InlineData("-1d")]
    [InlineData("1.5d")]
    [InlineData(" 1d")]
    [InlineData("1 d")]
    [InlineData("30")]
    [InlineData("30D")]
    [InlineData("30s")]
    [InlineData("9999999d")]
    [InlineData("99999999999999d")]
    public void TryParse_WhatIsNone_IsRefused(string text)
    {
        Assert.False(Lifetimes.TryParse(text, out _));
    }
}
