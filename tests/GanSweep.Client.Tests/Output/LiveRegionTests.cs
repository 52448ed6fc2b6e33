using GanSweep.Client.Output;

namespace GanSweep.Client.Tests.Output;

public sealed class LiveRegionTests
{
    [Fact]
    public void Text_LinesLongerThanTheTerminal_AreCut()
    {
        LiveRegion region = new(["12345678", "123456789"], 8);

        Assert.Equal("12345678\n1234567…\n", region.Text);
    }

    [Theory]
    [InlineData(8, 2)]
    [InlineData(20, 2)]
    [InlineData(4, 4)]
    [InlineData(5, 4)]
    public void Erasure_TerminalOfAnotherWidth_GoesUpOverFoldedLines(int currentWidth, int expectedRows)
    {
        LiveRegion region = new(["12345678", "abcdefgh"], 8);

        Assert.Equal($"\r\e[{expectedRows}A\e[0J", region.Erasure(currentWidth));
    }

    [Fact]
    public void Erasure_NoLines_IsNothing()
    {
        Assert.Equal("", LiveRegion.Empty.Erasure(80));
    }
}
