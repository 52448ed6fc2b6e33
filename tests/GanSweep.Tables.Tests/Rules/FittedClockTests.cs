using GanSweep.Tables.Rules;
using GanSweep.Tables.Schema;
using GanSweep.Tables.Sequences;

namespace GanSweep.Tables.Tests.Rules;

public sealed class FittedClockTests
{
    private const int Minute = 60;
    private const int Day = 86_400;

    [Fact]
    public void Fill_OfMinutesOfTrading_StaysWithinTheHoursOfTradingDays()
    {
        // Ten minutes a day, from half past nine, on five days a week, for twelve weeks; 1970-01-05 was a Monday.
        double[] stamps =
        [
            .. Enumerable.Range(0, 12 * 7).Where(day => day % 7 < 5).SelectMany(day => Enumerable.Range(0, 10).Select(minute => ((4.0 + day) * Day) + (34_200 + (minute * Minute)))),
        ];

        FittedClock clock = ClockOf(stamps, DateUnit.Seconds);

        double[] path = Path(clock, 1_000);
        Assert.Equal(stamps[2..], path[..598]); // from the mean of the first five
        Assert.All(path, stamp => Assert.InRange(stamp % Day, 34_200, 34_740));
        Assert.All(path, stamp => Assert.InRange((Math.Floor(stamp / Day) + 4) % 7, 1, 5));
    }

    [Fact]
    public void Fill_OfMonthsAndOfNumbers_GoesOnByTheirSteps()
    {
        Assert.Equal([602, 603, 604, 605], Path(ClockOf([.. Enumerable.Range(600, 40).Select(month => (double)month)], DateUnit.Months), 4));
        Assert.Equal([1.5, 2, 2.5, 3], Path(ClockOf([.. Enumerable.Range(1, 40).Select(number => number / 2.0)], null), 4));
    }

    [Fact]
    public void Of_SeveralSeries_KnowsTheStepsWithinThem()
    {
        double[] stamps = [.. Enumerable.Range(0, 20).Select(row => (double)row), .. Enumerable.Range(0, 20).Select(row => 1_000.0 + row)];
        Table table = new(
            [new ColumnSchema("at"), new ColumnSchema("who", ColumnKind.Category) { Levels = ["a", "b"] }], [stamps, [.. Enumerable.Range(0, 40).Select(row => row < 20 ? 0.0 : 1)]]);

        var clock = FittedClock.Of(table, new RowSequence("at", "who", 3), minimumCount: 5);

        Assert.Equal([1], clock.Any.Steps);
        Assert.Equal(0, clock.Period);
    }

    [Fact]
    public void Of_RowsBetweenBlocksThatAreHeldOut_TakesNoStepOverThem()
    {
        double[] stamps = [.. Enumerable.Range(0, 20).Select(row => (double)row), .. Enumerable.Range(0, 20).Select(row => 100.0 + row), .. Enumerable.Range(0, 20).Select(row => 200.0 + row)];
        Table table = new(["at"], [stamps]);

        Assert.Equal([1], FittedClock.Of(table, new RowSequence("at", null, 3, Blocks: 3), minimumCount: 1).Any.Steps);
        Assert.Equal([1, 81], FittedClock.Of(table, new RowSequence("at", null, 3), minimumCount: 1).Any.Steps);
    }

    [Fact]
    public void Of_StepsThatFewRowsHave_TellsOfMeans()
    {
        double[] stamps = [.. Enumerable.Range(0, 101).Select(row => row * (double)row)];

        var clock = FittedClock.Of(new Table(["at"], [stamps]), new RowSequence("at", null, 3), minimumCount: 5);

        Assert.Equal(20, clock.Any.Steps.Length);
        Assert.Equal(100 * 100 / 100.0, clock.Any.Steps.Zip(clock.Any.Shares).Sum(step => step.First * step.Second), 1e-9);
        Assert.DoesNotContain(1, clock.Any.Steps);
    }

    [Fact]
    public void Fit_WithASequence_LeavesTheClockOutOfWhatIsLearntAndPutsItBack()
    {
        Table table = new([new ColumnSchema("sold"), new ColumnSchema("day", ColumnKind.Date)], [[3, 1, 2], [20_002, 20_000, 20_001]]);
        RowSequence sequence = new("day", null, 1);

        var ruled = RuledTable.Fit(ClockRule.With([], sequence), table, minimumCount: 1, out Table learnt);

        Assert.Equal(["sold"], learnt.ColumnNames);
        Assert.Equal(["sold", "day"], ruled.Schema.Select(column => column.Name));
        Assert.Equal([7, 20_000], ruled.Restore([[7]]).Select(column => column[0]));
        Assert.Empty(ClockRule.With([], new RowSequence(RowSequence.FileOrder)));
    }

    private static FittedClock ClockOf(double[] stamps, DateUnit? unit)
    {
        ColumnSchema column = unit is { } of ? new ColumnSchema("at", ColumnKind.Date) { Unit = of } : new ColumnSchema("at");
        return FittedClock.Of(new Table([column], [stamps]), new RowSequence("at", null, 1), minimumCount: 5);
    }

    private static double[] Path(FittedClock clock, int rows)
    {
        double[] stamps = new double[rows];
        Random random = new(1);
        clock.Fill(random.NextDouble, null, stamps);
        return stamps;
    }
}
