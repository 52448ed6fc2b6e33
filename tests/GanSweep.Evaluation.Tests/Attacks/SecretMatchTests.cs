using GanSweep.Evaluation.Attacks;
using GanSweep.Tables;
using GanSweep.Tables.Schema;

namespace GanSweep.Evaluation.Tests.Attacks;

public sealed class SecretMatchTests
{
    private static readonly Table Real = new(
        [new ColumnSchema("number"), new ColumnSchema("day", ColumnKind.Date), new ColumnSchema("word", ColumnKind.Category) { Levels = ["a", "b"] }],
        [[1, 2], [19_000, 20_000], [0, 1]]);

    [Theory]
    [InlineData(0, 100, 105, true)]
    [InlineData(0, 100, 105.1, false)]
    [InlineData(0, -100, -96, true)]
    [InlineData(0, -100, 100, false)]
    [InlineData(0, 0, 0, true)]
    [InlineData(0, 0, 0.1, false)]
    [InlineData(1, 19_500, 19_510, true)]
    [InlineData(1, 19_500, 19_511, false)]
    [InlineData(2, 1, 1, true)]
    [InlineData(2, 1, 0, false)]
    [InlineData(0, double.NaN, double.NaN, true)]
    [InlineData(0, double.NaN, 1, false)]
    [InlineData(2, 1, double.NaN, false)]
    public void IsRight_OfAGuess_IsByTheKindOfColumn(int column, double guess, double truth, bool right)
    {
        Assert.Equal(right, new SecretMatch(Real, column).IsRight(guess, truth));
    }
}
