using GanSweep.Tables.Text;

namespace GanSweep.Tables.Tests.Text;

public sealed class NearestTests
{
    [Theory]
    [InlineData("aeg", "age")]
    [InlineData("AGES", "age")]
    [InlineData("c", "b")]
    [InlineData("chrages", "charges")]
    [InlineData("carges_", "charges")]
    [InlineData("carge__", null)]
    [InlineData("aaa", null)]
    [InlineData("", null)]
    public void Of_ANameThatThereIsNot_IsAtMostOneEditOfThreeLettersAway(string name, string? nearest)
    {
        Assert.Equal(nearest, Nearest.Of(name, ["age", "b", "charges"]));
    }

    [Fact]
    public void Of_SeveralAsNear_IsTheFirst()
    {
        Assert.Equal("col2", Nearest.Of("col1", ["colour", "col2", "col3"]));
    }

    [Fact]
    public void Of_ANameBeyondTheLongest_IsNull()
    {
        string name = new('a', 48);

        Assert.Equal(name + "b", Nearest.Of(name, [name + "b"]));
        Assert.Null(Nearest.Of(name + "a", [name + "b"]));
    }

    [Fact]
    public void Hint_NothingIsNear_SaysNothing()
    {
        Assert.Equal("", Nearest.Hint("town", []));
        Assert.Equal("", Nearest.Hint("town", ["age"]));
        Assert.Equal("; the nearest is \"\\u{1B}down\"", Nearest.Hint("down", ["\u001bdown"]));
    }
}
