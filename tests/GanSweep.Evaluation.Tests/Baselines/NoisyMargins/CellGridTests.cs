using GanSweep.Evaluation.Baselines.NoisyMargins;
using GanSweep.Tables.Schema;

namespace GanSweep.Evaluation.Tests.Baselines.NoisyMargins;

public sealed class CellGridTests
{
    private static readonly CellGrid Four = CellGrid.OfLevels(4);

    [Fact]
    public void Widest_OfNumbers_IsOfPowersOfFourAndTakesAnyNumber()
    {
        CellGrid grid = CellGrid.Widest(new ColumnSchema("x"));

        Assert.Equal(97, grid.Count);
        Assert.Equal(grid.CellOf(1), grid.CellOf(3.99));
        Assert.Equal(grid.CellOf(4) - 1, grid.CellOf(3.99));
        Assert.Equal(48, grid.CellOf(0));
        Assert.Equal((0, 96), (grid.CellOf(-double.MaxValue), grid.CellOf(double.MaxValue)));
    }

    [Theory]
    [InlineData(DateUnit.SecondsOfDay, 0, 86_399)]
    [InlineData(DateUnit.Days, -719_162, 2_932_896)]
    [InlineData(DateUnit.Months, -23_628, 96_359)]
    public void Widest_OfDates_HasThoseOfTheCalendarAlone(DateUnit unit, double first, double last)
    {
        CellGrid grid = CellGrid.Widest(new ColumnSchema("day", ColumnKind.Date) { Unit = unit });

        Assert.True(grid.IsWhole);
        Assert.Equal(first, grid.ValueIn(0, 0));
        Assert.Equal(last, grid.ValueIn(grid.Count - 1, 1 - 1e-12));
    }

    [Fact]
    public void Refined_ByWeights_HasCellsOfEqualWeightAndTheGapsBetween()
    {
        CellGrid refined = Four.Refined([1, 0, 0, 1], parts: 4, beyond: 0, isWhole: false);

        // 0 to 1 and 3 to 4 in halves, and what is between as one.
        double[] edges = [.. Enumerable.Range(0, refined.Count).Select(cell => refined.ValueIn(cell, 0))];
        Assert.Equal([0, 0.5, 1, 3, 3.5], edges);
        Assert.Equal([false, false, true, false, false], Enumerable.Range(0, refined.Count).Select(refined.IsGap));
    }

    [Fact]
    public void Refined_WithSomeBeyond_KeepsOneCellOnEitherSide()
    {
        CellGrid refined = Four.Refined([0, 0, 1, 0], parts: 1, beyond: 1, isWhole: false);

        Assert.Equal([1, 2, 3], Enumerable.Range(0, refined.Count).Select(cell => refined.ValueIn(cell, 0)));
        Assert.Equal([true, false, true], Enumerable.Range(0, refined.Count).Select(refined.IsGap));
    }

    [Fact]
    public void Refined_ToWholeNumbers_HasNoCellWithoutOne()
    {
        CellGrid refined = CellGrid.Widest(new ColumnSchema("x")).Refined([.. Enumerable.Range(0, 97).Select(cell => cell >= 48 && cell < 67 ? 1.0 : 0)], 50, 1, isWhole: true);

        double[] edges = [.. Enumerable.Range(0, refined.Count).Select(cell => refined.ValueIn(cell, 0))];
        Assert.Equal(edges.Distinct(), edges);
        Assert.All(edges, edge => Assert.Equal(Math.Floor(edge), edge));
        Assert.All(Enumerable.Range(0, refined.Count), cell => Assert.True(refined.ValuesIn(cell) >= 1));
    }

    // 9 of 10 in one cell of four: it keeps its edges, so that no value beside it gets a part of it.
    [Fact]
    public void Refined_OfACellWithMuch_KeepsItsEdges()
    {
        CellGrid refined = Four.Refined([0.05, 0.9, 0.03, 0.02], parts: 4, beyond: 0, isWhole: true);

        Assert.Equal(1, refined.ValuesIn(refined.CellOf(1)));
        Assert.Equal(refined.CellOf(2), refined.CellOf(3));
    }

    [Fact]
    public void PartOf_AValueInItsCell_IsTheWayBack()
    {
        CellGrid halves = Four.Refined([1, 1, 1, 1], 2, 0, isWhole: false);
        CellGrid pairs = Four.Refined([1, 1, 1, 1], 2, 0, isWhole: true);

        Assert.Equal(0.25, halves.PartOf(2.5, 1));
        Assert.Equal(2.5, halves.ValueIn(1, 0.25));
        Assert.Equal((0.25, 0.75), (pairs.PartOf(2, 1), pairs.PartOf(3, 1)));
        Assert.Equal((2, 3), (pairs.ValueIn(1, 0.49), pairs.ValueIn(1, 0.5)));
        Assert.Equal((0, 1), (halves.PartOf(-50, 0), halves.PartOf(1e300, 1)));
    }
}
