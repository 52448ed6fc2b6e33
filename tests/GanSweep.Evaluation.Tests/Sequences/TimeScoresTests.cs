using CsCheck;
using GanSweep.Evaluation.Comparisons;
using GanSweep.Tables;
using GanSweep.Tables.Schema;
using GanSweep.Tables.Sequences;

namespace GanSweep.Evaluation.Tests.Sequences;

public sealed class TimeScoresTests
{
    private const double Rounding = 1e-10;

    private static readonly SequencedTable Real = TimeTables.Single(Tables.Of(
        TimeTables.Garch(0.05, 0.15, 0.8, 900, 0), TimeTables.Autoregression(0.4, 900, 1), TimeTables.Normal(900, 2)));

    private static readonly SequencedTable Other = new(
        Tables.Of(TimeTables.Garch(0.1, 0.05, 0.8, 700, 3), TimeTables.Autoregression(0.1, 700, 4), TimeTables.Normal(700, 5)), [400, 100, 200]);

    public static TheoryData<string> Names { get; } = [.. TimeTables.Gaps.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Gap_OfATableAgainstItself_IsZero(string name)
    {
        Assert.Equal(0, Gap(name, Real, Real));
        Assert.Equal(0, Gap(name, Other, Other));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Gap_OfAnother_IsAboveZero(string name)
    {
        Assert.True(Gap(name, Real, Other) > 0.001);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Gap_OfSeriesInAnotherOrder_IsTheSame(string name)
    {
        int[] rows = [.. Enumerable.Range(500, 200), .. Enumerable.Range(0, 400), .. Enumerable.Range(400, 100)];
        SequencedTable reordered = new(Other.Table.Take(rows), [200, 400, 100]);

        Assert.Equal(Gap(name, Real, Other)!.Value, Gap(name, Real, reordered)!.Value, Rounding);
        Assert.Equal(Gap(name, Other, Real)!.Value, Gap(name, reordered, Real)!.Value, Rounding);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Gap_InAnotherUnit_IsTheSame(string name)
    {
        Assert.Equal(Gap(name, Real, Other)!.Value, Gap(name, Mapped(Real, x => x * 1e-5), Mapped(Other, x => x * 1e-5))!.Value, Rounding);
        Assert.Equal(Gap(name, Real, Other)!.Value, Gap(name, Mapped(Real, x => x * 1e200), Mapped(Other, x => x * 1e200))!.Value, Rounding);
    }

    [Theory]
    [InlineData("autocorrelationGap")]
    [InlineData("volatilityGap")]
    [InlineData("crossAutocorrelationGap")]
    [InlineData("shortfallGap")]
    [InlineData("aggregateGap")]
    public void Gap_FarFromZero_IsTheSame(string name)
    {
        Assert.Equal(Gap(name, Real, Other)!.Value, Gap(name, Mapped(Real, x => x + 100), Mapped(Other, x => x + 100))!.Value, Rounding);
    }

    // What is built into the tables: one clusters, one hangs on what was before, and one follows another.
    [Fact]
    public void Gaps_OfShuffledRows_SeeWhatIsLost()
    {
        int[] rows = [.. Enumerable.Range(0, 900).OrderBy(row => TimeTables.Normal(900, 9)[row])];
        double[] leader = TimeTables.Normal(901, 6);
        SequencedTable real = TimeTables.Single(Tables.Of(Real.Table.Column(0).ToArray(), Real.Table.Column(1).ToArray(), leader[1..], leader[..^1]));
        SequencedTable shuffled = TimeTables.Single(real.Table.Take(rows));

        Assert.True(Gap("autocorrelationGap", real, shuffled) > 0.03);
        Assert.True(Gap("volatilityGap", real, shuffled) > 0.03);
        Assert.True(Gap("crossAutocorrelationGap", real, shuffled) > 0.03);
        Assert.Equal(0, Gap("shortfallGap", real, shuffled)!.Value, Rounding);
        Assert.Equal(0, Gap("tailIndexGap", real, shuffled)!.Value, Rounding);
    }

    [Fact]
    public void LeverageGap_OfASignThatIsTurned_SeesIt()
    {
        // After a fall moves are three times as large.
        double[] values = TimeTables.Normal(4000, 7);
        for (int t = 1; t < values.Length; t++)
        {
            values[t] *= values[t - 1] < 0 ? 3 : 1;
        }

        SequencedTable real = TimeTables.Single(Tables.Of(values));

        Assert.True(Gap("leverageGap", real, Mapped(real, x => -x)) > 0.03);
        Assert.Equal(0, Gap("volatilityGap", real, Mapped(real, x => -x))!.Value, Rounding);
    }

    [Fact]
    public void DrawdownGap_OfSeries_CrossesNone()
    {
        // A fall of 30 at the end of one series and another of 30 at the beginning of the next are no fall of 60.
        double[] values = [.. Enumerable.Range(0, 120).Select(row => row is >= 30 and < 90 ? -1.0 : 1.0)];

        SequencedTable together = TimeTables.Single(Tables.Of(values));
        SequencedTable apart = new(Tables.Of(values), [60, 60]);
        SequencedTable early = new(Tables.Of(values), [50, 70]);

        Assert.Equal(0, Gap("drawdownGap", together, apart));

        // Of the 70 rows the first 60 count: 40 down from 0.
        Assert.Equal(1.0 / 3, Gap("drawdownGap", together, early)!.Value, Rounding);
    }

    [Fact]
    public void Gaps_OfATableThatNeverFalls_AreFiniteAndSeeAFall()
    {
        SequencedTable rising = Mapped(TimeTables.Single(Tables.Of(TimeTables.Normal(300, 8))), x => Math.Abs(x) + 0.1);

        Assert.Equal(0, Gap("drawdownGap", rising, rising));
        Assert.InRange(Gap("drawdownGap", rising, Mapped(rising, x => -x))!.Value, 1, 1000);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Gap_OfSeriesThatAreTooShort_DoesNotExist(string name)
    {
        SequencedTable pairs = new(Tables.Of([1, 2, 4, 7, 3, 5], [3, 1, 2, 2, 5, 1]), [2, 2, 2]);

        double? gap = Gap(name, pairs, pairs);

        Assert.Equal(name == "shortfallGap" ? 0 : null, gap);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Gap_WithoutNumbersOrWithoutSeries_DoesNotExist(string name)
    {
        Table words = new([new ColumnSchema("when"), new ColumnSchema("word", ColumnKind.Category) { Levels = ["a", "b"] }], [[.. Enumerable.Range(0, 100)], [.. Enumerable.Range(0, 100).Select(row => row % 2.0)]]);
        SequencedTable timed = new(words, [100], clock: 0);

        Assert.Null(Gap(name, timed, timed));
        Assert.Null(TimeTables.Gaps[name](new Comparison(new RealSide(Real.Table, new(Real.Table, null)), Real.Table)));
    }

    [Fact]
    public void Gaps_OfAnyTables_AreFinite()
    {
        Gen<SequencedTable> any = Gen.Int[1, 70].Array[1, 3].SelectMany(lengths => lengths.Sum() < 2
            ? Tables.Any(2, 2).Select(TimeTables.Single)
            : Tables.AnyFinite.Select(Gen.Int[0, 9], (value, gap) => gap == 0 ? double.NaN : value).Array[lengths.Sum()].Array[2]
                .Select(columns => new SequencedTable(Tables.Of(columns), [.. lengths])));

        Gen.Select(any, any).Sample(
            pair =>
            {
                Comparison comparison = TimeTables.Compare(pair.Item1, pair.Item2);
                Assert.All(TimeTables.Gaps, gap => Assert.True(gap.Value(comparison) is null or (>= 0 and < double.PositiveInfinity), $"{gap.Key} {gap.Value(comparison)}"));
            },
            iter: 500);
    }

    [Fact]
    public void Gaps_OfRowsAsDrawn_AreThoseOfTheirGroups()
    {
        double[] group = [.. Enumerable.Range(0, 900).Select(row => row % 3.0)];
        Table mixed = new(
            [new ColumnSchema("x"), new ColumnSchema("ticker", ColumnKind.Category) { Levels = ["a", "b", "c"] }], [Real.Table.Column(1).ToArray(), group]);
        int[] rows = [.. Enumerable.Range(0, 3).SelectMany(ticker => Enumerable.Range(0, 300).Select(row => (3 * row) + ticker))];
        SequencedTable real = new(mixed.Take(rows), [300, 300, 300], group: 1);

        SequencedTable drawn = real.AsDrawn(mixed);

        Assert.Equal([300, 300, 300], drawn.Lengths);
        Assert.Equal(real.Table.Column(0), drawn.Table.Column(0));
        Comparison comparison = new(new RealSide(mixed, new(mixed, null), sequence: real), mixed);
        Assert.All(TimeTables.Gaps.Where(gap => gap.Key != "crossAutocorrelationGap"), gap => Assert.Equal(0, gap.Value(comparison)));
        Assert.Null(TimeTables.Gaps["crossAutocorrelationGap"](comparison));
    }

    private static double? Gap(string name, SequencedTable real, SequencedTable synthetic)
    {
        return TimeTables.Gaps[name](TimeTables.Compare(real, synthetic));
    }

    private static SequencedTable Mapped(SequencedTable sequence, Func<double, double> map)
    {
        return new SequencedTable(Tables.Map(sequence.Table, map), sequence.Lengths);
    }
}
