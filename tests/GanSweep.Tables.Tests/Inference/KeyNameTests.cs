using GanSweep.Tables.Inference;

namespace GanSweep.Tables.Tests.Inference;

public sealed class KeyNameTests
{
    [Theory]
    [InlineData("id", true)]
    [InlineData("Row ID", true)]
    [InlineData("PassengerId", true)]
    [InlineData("respondent_id", true)]
    [InlineData("ID2", true)]
    [InlineData("uuid", true)]
    [InlineData("rownames", true)]
    [InlineData("Order No.", true)]
    [InlineData("paid", false)]
    [InlineData("Nobody", false)]
    [InlineData("num_accounts", false)]
    [InlineData("2", false)]
    public void Is_Names_AreTakenWordByWord(string name, bool expected)
    {
        Assert.Equal(expected, KeyName.Is(name));
    }
}
