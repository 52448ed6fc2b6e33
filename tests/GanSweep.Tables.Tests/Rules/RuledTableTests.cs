using System.Collections.Immutable;
using GanSweep.Numerics.Randomness;
using GanSweep.Tables.Rules;
using GanSweep.Tables.Schema;
using GanSweep.Tables.Tests.Transforms;
using GanSweep.Tables.Transforms;

namespace GanSweep.Tables.Tests.Rules;

public sealed class RuledTableTests
{
    private const int Rows = 300;

    private static readonly ImmutableArray<RowRule> Rules =
    [
        new OrderRule(["ordered", "sent", "paid"]),
        new CombinationsRule(["city", "country", "code"]),
        new SumRule(["net", "tax"], "gross"),
        new RangeRule("net", 0, 60),
        new RangeRule("age", 18, 70),
    ];

    private static readonly Table Real = MakeTable();

    [Fact]
    public void Faults_OfATableThatObeys_AreNone()
    {
        Assert.Empty(RuleCheck.Faults(Rules, Real));
    }

    [Fact]
    public void Restore_SumsLargerThanADouble_AreTheLargest()
    {
        ImmutableArray<ColumnSchema> schema = [new("net"), new("tax"), new("gross"), new("low"), new("high")];
        double[][] restored = RuledTable.Restore([new FittedSum(["net", "tax"], "gross", null), new FittedOrder(["low", "high"], false, 2)], schema)
            .Restore([[double.MaxValue, double.MinValue, double.NaN], [double.MaxValue, double.MinValue, 1], [double.MaxValue, 1, 2], [double.MaxValue, 1, 2]]);

        Assert.Equal([double.MaxValue, double.MinValue, double.NaN], restored[2]);
        Assert.Equal([double.MaxValue, 2, 4], restored[4]);
    }

    [Fact]
    public void Restore_OfWhatReduceGives_IsTheTable()
    {
        var ruled = RuledTable.Fit(Rules, Real);

        Table learnt = ruled.Reduce(Real);
        double[][] back = ruled.Restore([.. Enumerable.Range(0, learnt.ColumnCount).Select(column => learnt.Column(column).ToArray())]);

        // Two of three columns of combinations, and the sum, are not learnt.
        Assert.Equal(Real.ColumnCount - 3, learnt.ColumnCount);
        Assert.Equal(Enumerable.Range(0, Real.ColumnCount).Select(column => Real.Column(column).ToArray()), back);
    }

    [Theory]
    [InlineData(TransformKind.Standard)]
    [InlineData(TransformKind.Quantile)]
    public void Inverse_OfAnything_ObeysEveryRule(TransformKind kind)
    {
        var fitted = TableTransform.Fit(kind, Real, clip: false, Rules);
        var restored = TableTransform.Restore(kind, clip: false, fitted.Columns, RuledTable.Restore(fitted.Rules.Rules, Real.Schema));
        float[] noise = [.. Noise.Normal(2_000, fitted.Features.Count, seed: 1).Select(number => 3 * number)];

        Table drawn = fitted.InverseTable(noise);

        Assert.Empty(RuleCheck.Faults(Rules, drawn));
        Assert.Equal(Real.ColumnNames, drawn.ColumnNames);
        HashSet<(double, double, double)> combinations = [.. Enumerable.Range(0, Rows).Select(row => Combination(Real, row))];
        Assert.All(Enumerable.Range(0, drawn.RowCount), row => Assert.Contains(Combination(drawn, row), combinations));
        Assert.True(drawn.Column(1).ToArray().Distinct().Count() > 50, "There are many dates.");
        Table again = restored.InverseTable(noise);
        Assert.All(Enumerable.Range(0, drawn.ColumnCount), column => Assert.Equal(drawn.Column(column).ToArray(), again.Column(column).ToArray()));
    }

    [Fact]
    public void Inverse_OfAnOrderWhoseLowerCellsCanBeMissing_IsPutInOrder()
    {
        Table table = new([new ColumnSchema("a"), new ColumnSchema("b")], [[1, double.NaN, 2, 3.5], [1.5, 7, 4, double.NaN]]);
        ImmutableArray<RowRule> rules = [new OrderRule(["a", "b"])];
        var fitted = TableTransform.Fit(TransformKind.Standard, table, clip: false, rules);
        float[] noise = Noise.Normal(500, fitted.Features.Count, seed: 1);

        Table drawn = fitted.InverseTable(noise);

        Assert.Empty(RuleCheck.Faults(rules, drawn));
        Assert.Contains(Enumerable.Range(0, 500), row => double.IsNaN(drawn.Column(0)[row]) && !double.IsNaN(drawn.Column(1)[row]));
        Assert.Equal(table.Column(1).ToArray(), fitted.InverseTable(fitted.Forward(table)).Column(1).ToArray().Select(value => Math.Round(value, 5)));
    }

    [Fact]
    public void Inverse_BoundsOnOrderedColumns_PutNothingOutOfOrder()
    {
        Table table = new(["a", "b", "c"], [[1.5, 2, 4, 5], [3, 2.5, 6, 7], [3, 9, 9, 8]]);
        ImmutableArray<RowRule> rules = [new OrderRule(["a", "b", "c"]), new RangeRule("b", 2, 7), new RangeRule("c", null, 9)];
        var fitted = TableTransform.Fit(TransformKind.Standard, table, clip: false, rules);
        float[] noise = Noise.Normal(500, fitted.Features.Count, seed: 1);

        Assert.Empty(RuleCheck.Faults(rules, fitted.InverseTable(noise)));
    }

    [Fact]
    public void Restore_OfDatesInTheirParts_IsTheTable()
    {
        // Of 400 days few are on weekends, none is at night.
        double[] days = [.. Enumerable.Range(0, 400).Select(row => (double)(row % 9 == 0 ? row + 4 : 4 + (row / 5 * 7) + (row % 5)))];
        double[] moments = [.. days.Select((day, row) => row % 10 == 0 ? double.NaN : (day * 86_400) + 30_000 + (row % 700 * 40))];
        Table table = new(
            [new ColumnSchema("day", ColumnKind.Date), new ColumnSchema("moment", ColumnKind.Date) { Unit = DateUnit.Seconds }, new ColumnSchema("day, weekday")],
            [days, moments, [.. days.Select(_ => 1.5)]]);

        var ruled = RuledTable.Fit([], table);

        Assert.Equal(["day", "day, weekday'", "moment", "moment, time", "moment, weekday", "day, weekday"], ruled.Learnt.Select(column => column.Name));
        Table learnt = ruled.Reduce(table);
        Assert.All(learnt.Present(3).ToArray(), seconds => Assert.InRange(seconds, 30_000, 86_399));
        double[][] back = ruled.Restore([.. Enumerable.Range(0, learnt.ColumnCount).Select(column => learnt.Column(column).ToArray())]);
        Assert.Equal([days, moments], back[..2]);
    }

    [Fact]
    public void Inverse_DatesWhoseWeekdaysAreUneven_KeepThemAndTheTimeOfDay()
    {
        double[] days = [.. Enumerable.Range(0, 700).Select(row => (double)(row % 10 == 0 ? 2 + (row * 7) : 4 + (row / 5 * 7) + (row % 5)))];
        double[] moments = [.. days.Select((day, row) => (day * 86_400) + 32_400 + (row % 100 * 60))];
        Table table = new([new ColumnSchema("moment", ColumnKind.Date) { Unit = DateUnit.Seconds }], [moments]);
        var fitted = TableTransform.Fit(TransformKind.Quantile, table, clip: false);
        float[] noise = Noise.Normal(20_000, fitted.Features.Count, seed: 1);

        double[] drawn = fitted.Calibrated(noise).Inverse(noise)[0];

        double ShareOf(double[] seconds, int weekday) => seconds.Count(moment => ColumnWeekdays.Of(Math.Floor(moment / 86_400)) == weekday) / (double)seconds.Length;
        Assert.All(Enumerable.Range(0, 7), weekday => Assert.Equal(ShareOf(moments, weekday), ShareOf(drawn, weekday), 0.01));
        Assert.All(drawn, moment => Assert.InRange(moment - (Math.Floor(moment / 86_400) * 86_400), 32_400, 32_400 + (99 * 60)));
    }

    // From a Wednesday to a Thursday, mostly on weekdays.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Restore_ADayMovedToItsWeekday_StaysWithinTheObservedDays(bool isKnown)
    {
        const double First = 6;
        const double Last = First + 400;
        double[] days = [.. Enumerable.Range(0, 401).Select(row => First + row).Where(day => ColumnWeekdays.Of(day) is > 0 and < 6)];
        Table table = new([new ColumnSchema("day", ColumnKind.Date)], [days]);
        var fitted = RuledTable.Fit([], table);
        FittedRule calendar = Assert.Single(fitted.Rules);
        var ruled = RuledTable.Restore([isKnown ? calendar : (FittedCalendar)calendar with { First = null, Last = null }], table.Schema);
        double[] weekdays = [1, 2, 3, 4, 5, 1, 2, 3, 4, 5];

        double[] moved = ruled.Restore([[.. Enumerable.Repeat(First, 5), .. Enumerable.Repeat(Last, 5)], weekdays])[0];

        Assert.Equal(weekdays, moved.Select(day => (double)ColumnWeekdays.Of(day)));
        Assert.Equal(isKnown, moved.All(day => day is >= First and <= Last));
        Assert.Equal((3, 4), (ColumnWeekdays.Of(First), ColumnWeekdays.Of(Last)));
    }

    // Four waves of a survey, ends of quarters, and a day that stands for none: few days, far apart, which come again.
    [Theory]
    [InlineData(new[] { 19_000.0, 19_091, 19_183, 19_275 })]
    [InlineData(new[] { 18_992.0, 19_082, 19_173, 19_265, 19_357, 19_447, 19_538, 19_630 })]
    [InlineData(new[] { -25_567.0, 19_000, 19_001, 19_002, 19_003, 2_932_896 })]
    public void Inverse_FewDaysThatComeAgain_AreThoseAlone(double[] days)
    {
        Table table = new([new ColumnSchema("day", ColumnKind.Date), new ColumnSchema("x")], [
            [.. Enumerable.Range(0, 400).Select(row => days[row % days.Length])], [.. Enumerable.Range(0, 400).Select(row => (double)row)]]);
        var fitted = TableTransform.Fit(TransformKind.Quantile, table, clip: false);
        float[] noise = Noise.Normal(4_000, fitted.Features.Count, seed: 1);

        double[] drawn = fitted.Calibrated(noise).Inverse(noise)[0];

        Assert.Equal(days.Order(), drawn.Distinct().Order());
        Assert.All(days, day => Assert.Equal(1.0 / days.Length, drawn.Count(each => each == day) / 4_000.0, 0.02));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public void Inverse_ADayThatManyRowsHave_StaysWhereItIs(int minimumCount)
    {
        // Weekdays of four years, and a third of 9999-12-31, which is a Friday.
        const double never = 2_932_896;
        double[] days = [.. Enumerable.Range(0, 900).Select(row => row % 3 == 0 ? never : 18_628 + (row / 3 * 7 / 2) + (ColumnWeekdays.Of(18_628 + (row / 3 * 7 / 2)) is 0 or 6 ? 2 : 0))];
        Table table = new([new ColumnSchema("until", ColumnKind.Date)], [days]);
        var fitted = TableTransform.Fit(TransformKind.Quantile, table, clip: false, [], minimumCount, out _);
        float[] noise = Noise.Normal(4_000, fitted.Features.Count, seed: 1);

        double[] drawn = fitted.Calibrated(noise).Inverse(noise)[0];

        Assert.Equal([never], Assert.IsType<FittedCalendar>(Assert.Single(fitted.Rules.Rules)).Staying!.Value);
        Assert.Equal(1 / 3.0, drawn.Count(day => day == never) / 4_000.0, 0.02);
        Assert.All(drawn.Where(day => day != never), day => Assert.True(ColumnWeekdays.Of(day) is > 0 and < 6 && day < 30_000, $"{day}"));
    }

    [Fact]
    public void Reduce_MomentsOfHundredths_HaveTimesOfHundredths()
    {
        double[] moments = [.. Enumerable.Range(0, 200).Select(row => 1_600_000_000 + (row * 7_919) + Math.Round(row % 100 / 100.0, 2))];
        Table table = new([new ColumnSchema("moment", ColumnKind.Date) { Unit = DateUnit.Seconds }], [moments]);

        var ruled = RuledTable.Fit([], table, minimumCount: 1, out Table learnt);

        Assert.All(learnt.Column(1).ToArray(), seconds => Assert.Equal(Math.Round(seconds, 2), seconds));
        Assert.All(moments.Zip(ruled.Restore([.. Enumerable.Range(0, learnt.ColumnCount).Select(column => learnt.Column(column).ToArray())])[0]), pair => Assert.Equal(pair.First, pair.Second, 1e-6));
    }

    [Fact]
    public void Fit_DatesWhoseWeekdaysAreEven_StayOneNumber()
    {
        Table table = new([new ColumnSchema("day", ColumnKind.Date), new ColumnSchema("month", ColumnKind.Date) { Unit = DateUnit.Months }], [
            [.. Enumerable.Range(0, 300).Select(row => (double)row)], [.. Enumerable.Range(0, 300).Select(row => (double)row)]]);

        Assert.Empty(RuledTable.Fit([], table).Rules);
    }

    [Fact]
    public void Fit_WithRulesOrWithout_GivesWhatReduceDoes()
    {
        var ruled = RuledTable.Fit(Rules, Real, minimumCount: 1, out Table learnt);
        Table reduced = ruled.Reduce(Real);

        Assert.Equal(ruled.Learnt, learnt.Schema);
        Assert.All(Enumerable.Range(0, learnt.ColumnCount), column => Assert.Equal(reduced.Column(column).ToArray(), learnt.Column(column).ToArray()));
        Table plain = new(["a"], [[1, 2]]);
        RuledTable.Fit([], plain, minimumCount: 1, out Table same);
        Assert.Same(plain, same);
    }

    [Fact]
    public void Reduce_WithoutRules_CopiesNothing()
    {
        Table plain = new(["a"], [new double[100_000]]);
        var ruled = RuledTable.Fit([], plain);
        ruled.Reduce(plain);

        long before = GC.GetAllocatedBytesForCurrentThread();
        Table learnt = ruled.Reduce(plain);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 10_000);
        Assert.Same(plain, learnt);
    }

    [Fact]
    public void Fit_ARuleOfAColumnThatThereIsNot_Throws()
    {
        RowRule[] rules = [new OrderRule(["age", "none"]), new SumRule(["net", "none"], "gross"), new CombinationsRule(["city", "none"]), new RangeRule("none", 0, 1)];

        Assert.All(rules, rule => Assert.Throws<RuleException>(() => RuledTable.Fit([rule], Real)));
    }

    [Fact]
    public void Faults_OfRulesThatAreBroken_NameTheRows()
    {
        Table table = new(["low", "high", "sum"], [[1, 5, double.NaN], [2, 4, 3], [3, 9, 1]]);
        ImmutableArray<RowRule> rules = [new OrderRule(["low", "high"]), new RangeRule("high", null, 3), new SumRule(["low", "hihg"], "sum"), new OrderRule(["high", "sum"])];

        (int Rule, string Fault)[] faults = [.. RuleCheck.Faults(rules, table)];

        Assert.Equal(
            [
                (0, "1 row of 3 does not obey \"low\" ≤ \"high\": data row 2. A rule holds in every row of the real table; correct those, or remove the rule."),
                (1, "1 row of 3 does not obey \"high\" ≤ 3: data row 2. A rule holds in every row of the real table; correct those, or remove the rule."),
                (2, "the table has no column \"hihg\" that is learnt; the nearest is \"high\"."),
                (2, "column \"low\" is made by rule 1 already; join them, or keep one."),
                (3, "1 row of 3 does not obey \"high\" ≤ \"sum\": data row 3. A rule holds in every row of the real table; correct those, or remove the rule."),
                (3, "column \"high\" is made by rule 1 already; join them, or keep one."),
                (3, "column \"sum\" is made by rule 3 already; join them, or keep one."),
            ],
            faults);
    }

    [Fact]
    public void Faults_OfRulesThatCannotBe_SayWhy()
    {
        Assert.Contains("cannot be held. Only numbers, or dates that count the same", Fault(new OrderRule(["age", "ordered"])), StringComparison.Ordinal);
        Assert.Contains("cannot be held. Only numbers can be added.", Fault(new SumRule(["net", "city"], "gross")), StringComparison.Ordinal);
        Assert.Contains("cannot be held. Only numbers have bounds", Fault(new RangeRule("city", 0, 1)), StringComparison.Ordinal);
        Assert.Contains("is a sum, which is as large as its parts make it", Assert.Single(RuleCheck.Faults([new SumRule(["net", "tax"], "gross"), new RangeRule("gross", 0, null)], Real)).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Restore_RulesThatNoFitGives_Throws()
    {
        FittedRule[] broken =
        [
            new FittedOrder(["ordered"], false, null),
            new FittedOrder(["ordered", "ordered"], false, null),
            new FittedOrder(["ordered", "snet"], false, null),
            new FittedSum(["net", "xat"], "gross", null),
            new FittedRange("eag", 0, 1),
            new FittedCalendar("age", null, "weekday"),
            new FittedCalendar("ordered", "time", null),
            new FittedCalendar("ordered", null, null),
            new FittedCalendar("ordered", null, "age"),
            new FittedCalendar("ordered", null, "weekday", 5, null),
            new FittedCalendar("ordered", null, "weekday", null, 5),
            new FittedCalendar("ordered", null, "weekday", 6, 5),
            new FittedCalendar("ordered", null, "weekday", 4.5, 5),
            new FittedCalendar("ordered", null, "weekday") { Staying = [] },
            new FittedCalendar("ordered", null, "weekday") { Staying = [4.5] },
            new FittedCalendar("ordered", "time", null) { Staying = [4] },
            new FittedCalendar("ordered", null, "weekday", 5, double.PositiveInfinity),
            new FittedCombinations(["city", "country"], []),
            new FittedCombinations(["city", "country"], [[0]]),
            new FittedCombinations(["city", "country"], [[0, 7]]),
            new FittedCombinations(["city", "country"], [[0, 0], [0, 0]]),
        ];

        Assert.All(broken, rule => Assert.Throws<RuleException>(() => RuledTable.Restore([rule], Real.Schema)));
    }

    private static string Fault(RowRule rule)
    {
        return Assert.Single(RuleCheck.Faults([rule], Real)).Fault;
    }

    private static (double, double, double) Combination(Table table, int row)
    {
        return (Cell(4), Cell(5), Cell(6));

        // Two missing cells are the same.
        double Cell(int column) => double.IsNaN(table.Column(column)[row]) ? -1 : table.Column(column)[row];
    }

    private static Table MakeTable()
    {
        float[] uniforms = new float[4 * Rows];
        new CounterRandom(2, RandomPurpose.Bootstrap, 0).FillUniform(uniforms);
        double[] age = [.. uniforms[..Rows].Select(uniform => Math.Floor(18 + (40 * uniform)))];
        double[] ordered = [.. uniforms[Rows..(2 * Rows)].Select(uniform => Math.Floor(18_000 + (2_000 * uniform)))];
        double[] sent = [.. ordered.Select((day, row) => day + (row % 4))];
        double[] paid = [.. sent.Select((day, row) => row % 7 == 0 ? double.NaN : day + (row % 30))];
        double[] city = [.. Enumerable.Range(0, Rows).Select(row => row % 11 == 0 ? double.NaN : row % 4)];
        double[] country = [.. city.Select(number => double.IsNaN(number) ? 0 : Math.Floor(number / 2))];
        double[] code = [.. city.Select(number => double.IsNaN(number) ? double.NaN : 100.5 + number)];
        double[] net = [.. uniforms[(2 * Rows)..(3 * Rows)].Select(uniform => Math.Round(50 * uniform, 2))];
        double[] tax = [.. net.Select(amount => Math.Round(0.19 * amount, 2))];
        double[] gross = [.. net.Zip(tax, (amount, part) => Math.Round(amount + part, 2))];
        return new Table(
            [
                new ColumnSchema("age"),
                new ColumnSchema("ordered", ColumnKind.Date),
                new ColumnSchema("sent", ColumnKind.Date),
                new ColumnSchema("paid", ColumnKind.Date),
                new ColumnSchema("city", ColumnKind.Category) { Levels = ["Bern", "Genf", "Lyon", "Metz"] },
                new ColumnSchema("country", ColumnKind.Category) { Levels = ["CH", "FR"] },
                new ColumnSchema("code"),
                new ColumnSchema("gross"),
                new ColumnSchema("net"),
                new ColumnSchema("tax"),
            ],
            [age, ordered, sent, paid, city, country, code, gross, net, tax]);
    }
}
