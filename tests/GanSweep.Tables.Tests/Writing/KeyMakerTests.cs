using System.Text.RegularExpressions;
using GanSweep.Tables.Inference;
using GanSweep.Tables.Schema;
using GanSweep.Tables.Writing;

namespace GanSweep.Tables.Tests.Writing;

public sealed class KeyMakerTests
{
    [Fact]
    public void Next_ConsecutiveKeys_GoOnFromTheFirst()
    {
        Assert.Equal(["7", "8", "9"], Keys(new KeyForm(null, 7), 1, 3));
    }

    [Theory]
    [InlineData("CA-####", "^CA-[0-9]{4}$", 10_000)]
    [InlineData("C\\A-##", "^CA-[0-9]{2}$", 100)]
    [InlineData("Aa#x", "^[A-Z][a-z][0-9][0-9a-f]$", 20_000)]
    [InlineData("xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx", "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$", 20_000)]
    public void Next_KeysOfAPattern_FitItAndAreAllDifferent(string pattern, string expression, int count)
    {
        string pattern2 = pattern.Replace("CA-####", "C\\A-####", StringComparison.Ordinal);
        string[] keys = Keys(new KeyForm(pattern2, 1), 5, count);

        Assert.All(keys, key => Assert.Matches(new Regex(expression, RegexOptions.None, TimeSpan.FromSeconds(1)), key));
        Assert.Equal(count, keys.Distinct().Count());
        Assert.Equal(keys, Keys(new KeyForm(pattern2, 1), 5, count));
        Assert.NotEqual(keys, Keys(new KeyForm(pattern2, 1), 6, count));
    }

    [Fact]
    public void Next_MoreThanThePatternHas_StaysDifferent()
    {
        Assert.Equal(1000, Keys(new KeyForm("#", 1), 3, 1000).Distinct().Count());
    }

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

    private static string[] Keys(KeyForm form, long seed, int count)
    {
        KeyMaker maker = new(form, seed);
        return [.. Enumerable.Range(0, count).Select(_ => maker.Next())];
    }
}
