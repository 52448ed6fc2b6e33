using GanSweep.Tables.Inference;

namespace GanSweep.Tables.Tests.Inference;

public sealed class KeyPatternTests
{
    [Theory]
    [InlineData("CA-12 CA-34 CA-56", null)]
    [InlineData("CA-12|CA-34|CA-56", "C\\A-##")]
    [InlineData("000001|000002|000003", "######")]
    [InlineData("0a|1b|ff", "xx")]
    [InlineData("0A|1B|FF", "\\h\\h")]
    [InlineData("E7:2A-4B1F|0B:B2-4C0E|9F:1B-400D", "\\h\\h:\\h\\h-4\\h\\h\\h")]
    [InlineData("Ab1|Cd2|Ef3", "Aa#")]
    [InlineData("TX-1|TX-2", "TX-#")]
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

    [Theory]
    [InlineData("AA-##", true)]
    [InlineData("aaxa", true)]
    [InlineData("AA\\hA", true)]
    [InlineData("X\\x\\#AAaa", false)]
    public void HasDigits_APattern_HasThemWhereTheyDiffer(string pattern, bool expected)
    {
        Assert.Equal(expected, KeyPattern.HasDigits(pattern));
    }

    [Theory]
    [InlineData("##:##:##.##", true)]
    [InlineData("##.###kg", true)]
    [InlineData("########T######Z", true)]
    [InlineData("+##,#", true)]
    [InlineData("###\\x", true)]
    [InlineData("######", false)]
    [InlineData("C\\A-####-##", false)]
    [InlineData("C\\A:##", false)]
    [InlineData("#####A", false)]
    [InlineData("A#.#", false)]
    [InlineData("xx:xx:xx", false)]
    [InlineData("##-", false)]
    public void IsLikeAnAmount_APattern_IsOneOfTimesOrOfDigitsWithAUnit(string pattern, bool expected)
    {
        Assert.Equal(expected, KeyPattern.IsLikeAnAmount(pattern));
    }
}
