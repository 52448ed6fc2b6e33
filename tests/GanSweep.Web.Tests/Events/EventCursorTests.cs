using GanSweep.Web.Events;

namespace GanSweep.Web.Tests.Events;

public sealed class EventCursorTests
{
    [Theory]
    [InlineData("0123456789abcdef")]
    [InlineData("0123456789abcdef~1.20~7.3")]
    [InlineData("~1.20")]
    public void Parse_Id_IsReadBack(string id)
    {
        Assert.Equal(id, EventCursor.Parse(id).ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a~b")]
    [InlineData("a~1.")]
    [InlineData("a~.1")]
    [InlineData("a~-1.2")]
    [InlineData("a~1.99999999999999")]
    public void Parse_WhatIsNoId_IsNothingTold(string? id)
    {
        Assert.Equal(EventCursor.Nothing, EventCursor.Parse(id));
    }

    [Fact]
    public void Parse_MoreRunsThanThereCanBe_IsNothingTold()
    {
        Assert.Equal(EventCursor.Nothing, EventCursor.Parse("a" + string.Concat(Enumerable.Range(1, 2000).Select(run => $"~{run}.1"))));
    }
}
