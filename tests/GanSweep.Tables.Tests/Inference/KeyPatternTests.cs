using GanSweep.Tables.Inference;

namespace GanSweep.Tables.Tests.Inference;

public sealed class KeyPatternTests
{
    [Theory]
    [InlineData("CA-12 CA-34 CA-56", null)]
    [InlineData("CA-12|CA-34|CA-56", "C\\A-##")]
    [InlineData("000001|000002|000003", "######")]
    [InlineData("0a|1b|ff", "xx")]
    [InlineData("Ab1|Cd2|Ef3", "Aa#")]
    [InlineData("a#1|a#2", "\\a\\##")]
    [InlineData("12|123", null)]
    [InlineData("same|same", null)]
    public void Build_Texts_HaveThePatternOfAllOfThem(string texts, string? pattern)
    {
        KeyPattern found = new();
        foreach (string text in texts.Split('|'))
        {
            found.See(text);
        }

        Assert.Equal(pattern, found.Build());
    }
}
