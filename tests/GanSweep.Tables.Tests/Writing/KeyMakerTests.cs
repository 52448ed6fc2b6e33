using System.Text.RegularExpressions;
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
    [InlineData("C\\A-####", "^CA-[0-9]{4}$", 10_000)]
    [InlineData("C\\A-##", "^CA-[0-9]{2}$", 100)]
    [InlineData("Aa#x", "^[A-Z][a-z][0-9][0-9a-f]$", 20_000)]
    [InlineData("TX\\h\\h", "^TX[0-9A-F]{2}$", 256)]
    [InlineData(@"\h\h\h\h\h\h\h\h-\h\h\h\h-4\h\h\h-\h\h\h\h-\h\h\h\h\h\h\h\h\h\h\h\h", "^[0-9A-F]{8}-[0-9A-F]{4}-4[0-9A-F]{3}-[0-9A-F]{4}-[0-9A-F]{12}$", 20_000)]
    [InlineData("xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx", "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$", 20_000)]
    public void Next_KeysOfAPattern_FitItAndAreAllDifferent(string pattern, string expression, int count)
    {
        string[] keys = Keys(new KeyForm(pattern, 1), 5, count);

        Assert.All(keys, key => Assert.Matches(new Regex(expression, RegexOptions.None, TimeSpan.FromSeconds(1)), key));
        Assert.Equal(count, keys.Distinct().Count());
        Assert.Equal(keys, Keys(new KeyForm(pattern, 1), 5, count));
        Assert.NotEqual(keys, Keys(new KeyForm(pattern, 1), 6, count));
    }

    [Fact]
    public void Next_MoreThanThePatternHas_StaysDifferent()
    {
        Assert.Equal(1000, Keys(new KeyForm("#", 1), 3, 1000).Distinct().Count());
    }

    [Fact]
    public void Next_PatternLongerThanAnyStack_IsAsLong()
    {
        Assert.Equal(10_000_000, Assert.Single(Keys(new KeyForm(new string('#', 10_000_000), 1), 3, 1)).Length);
    }

    private static string[] Keys(KeyForm form, long seed, int count)
    {
        KeyMaker maker = new(form, seed);
        return [.. Enumerable.Range(0, count).Select(_ => maker.Next())];
    }
}
