using GanSweep.Tables.Text;

namespace GanSweep.Tables.Tests.Text;

public sealed class ListingTests
{
    [Theory]
    [InlineData(0, "")]
    [InlineData(1, "1")]
    [InlineData(3, "1, 2, 3")]
    [InlineData(4, "1, 2, 3, … (4 in all)")]
    [InlineData(1234, "1, 2, 3, … (1,234 in all)")]
    public void Of_Items_NamesTheFirst(int count, string expected)
    {
        Assert.Equal(expected, Listing.Of([.. Enumerable.Range(1, count).Select(item => $"{item}")], most: 3));
    }
}
