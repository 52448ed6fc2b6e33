using System.Collections.Immutable;
using CsCheck;
using GanSweep.Tables.Disclosure;
using GanSweep.Tables.Schema;

namespace GanSweep.Tables.Tests.Disclosure;

public sealed class RareCellsTests
{
    private const int Bern = 0;
    private const int Oslo = 1;
    private const int Rome = 2;

    private static readonly ColumnSchema City = new("city", ColumnKind.Category) { Levels = ["Bern", "Oslo", "Rome"] };

    [Fact]
    public void Without_ARareWord_IsReplacedInTheSharesOfTheOthers()
    {
        // Twelve rows in Bern, six in Rome, three in Oslo and one where it is not known.
        double[] cells = [.. Enumerable.Repeat((double)Bern, 12), .. Enumerable.Repeat((double)Oslo, 3), .. Enumerable.Repeat((double)Rome, 6), double.NaN];

        Table told = RareCells.Without(new Table([City], [cells]), 5);

        Assert.Equal([Bern, Bern, Rome], told.Column(0)[12..15].ToArray());
        Assert.Equal(cells[..12], told.Column(0)[..12].ToArray());
        Assert.Equal(cells[15..], told.Column(0)[15..].ToArray());
    }

    [Fact]
    public void Without_ARareWord_IsNotMissingBecauseOthersAre()
    {
        double[] cells = [.. Enumerable.Repeat((double)Bern, 6), .. Enumerable.Repeat(double.NaN, 40), Oslo, Oslo, Rome];

        Table told = RareCells.Without(new Table([City], [cells]), 5);

        Assert.Equal([Bern, Bern, Bern], told.Column(0)[46..].ToArray());
        Assert.Equal(40, told.MissingCount(0));
    }

    [Fact]
    public void Without_ARareCombination_IsReplacedByOneThatLacksTheSame()
    {
        double[] city = [.. Enumerable.Repeat((double)Bern, 5), .. Enumerable.Repeat(double.NaN, 5), .. Enumerable.Repeat((double)Rome, 5), Bern, double.NaN, Oslo];
        double[] zip = [.. Enumerable.Repeat(3000.0, 5), .. Enumerable.Repeat(100.0, 5), .. Enumerable.Repeat(double.NaN, 5), 100, 150, double.NaN];

        Table told = RareCells.Without(new Table([City, new ColumnSchema("zip")], [city, zip]), [[0, 1]], 5);

        Assert.Equal([Bern, double.NaN, Rome], told.Column(0)[15..].ToArray());
        Assert.Equal([3000, 100, double.NaN], told.Column(1)[15..].ToArray());
    }

    [Fact]
    public void Without_NothingButRareWords_IsMissing()
    {
        Table told = RareCells.Without(new Table([City], [[Bern, Oslo, Rome, Bern]]), 5);

        Assert.Equal(4, told.MissingCount(0));
    }

    [Theory]
    [InlineData(4, 20)]
    [InlineData(5, 15)]
    public void Without_AmountsOfFewRows_AreMissing(int amounts, int missing)
    {
        double[] cells = [.. Enumerable.Range(0, 20).Select(row => row < amounts ? row : double.NaN)];

        Assert.Equal(missing, RareCells.Without(new Table(["x"], [cells]), 5).MissingCount(0));
    }

    [Fact]
    public void Without_ARareCombination_IsReplacedAsAWhole()
    {
        double[] city = [.. Enumerable.Repeat((double)Bern, 5), .. Enumerable.Repeat((double)Rome, 5), Bern, Oslo];
        double[] zip = [.. Enumerable.Repeat(3000.0, 5), .. Enumerable.Repeat(100.0, 5), 100, 150];

        Table told = RareCells.Without(new Table([City, new ColumnSchema("zip")], [city, zip]), [[0, 1]], 5);

        Assert.Equal([(Bern, 3000), (Rome, 100)], told.Column(0)[10..].ToArray().Zip(told.Column(1)[10..].ToArray()));
    }

    [Fact]
    public void Without_AnyTable_HasEnoughRowsOfEveryWordAndKeepsWhatIsMissing()
    {
        Gen.Select(Gen.Int[-1, 8].Array[1, 120], Gen.Int[1, 9]).Sample((codes, minimumCount) =>
        {
            ColumnSchema schema = new("word", ColumnKind.Category) { Levels = [.. "abcdefghi".Select(letter => letter.ToString())] };
            double[] cells = [.. codes.Select(code => code < 0 ? double.NaN : code)];

            double[] told = RareCells.Without(new Table([schema], [cells]), minimumCount).Column(0).ToArray();

            Assert.All(told.Where(cell => !double.IsNaN(cell)).CountBy(cell => cell), word => Assert.True(word.Value >= minimumCount));
            Assert.All(cells.Zip(told), pair => Assert.True(!double.IsNaN(pair.First) || double.IsNaN(pair.Second)));
            HashSet<double> kept = [.. cells.CountBy(cell => cell).Where(word => word.Value >= minimumCount && !double.IsNaN(word.Key)).Select(word => word.Key)];
            Assert.All(cells.Zip(told).Where(pair => kept.Contains(pair.First)), pair => Assert.Equal(pair.First, pair.Second));
            Assert.Equal(kept.Count > 0 ? cells.Count(double.IsNaN) : cells.Length, told.Count(double.IsNaN));
        });
    }
}
