using CsCheck;
using GanSweep.Numerics.Distributions;
using GanSweep.Tables.Transforms;

namespace GanSweep.Tables.Tests.Transforms;

public sealed class TableTransformTests
{
    private static readonly Gen<double> Ordinary = Gen.OneOf(
        Gen.Double[-1000, 1000], Gen.Int[-3, 3].Select(number => (double)number), Gen.Double[-1e-9, 1e-9], Gen.Const(Math.Pow(2, -25)));

    private static readonly Gen<double> Positive = Gen.OneOf(
        Gen.Double[1e-6, 1], Gen.Int[1, 4].Select(number => (double)number), Gen.Double[1e-300, 1e-290], Gen.Double[1e3, 1e6]);

    private static readonly Gen<TransformKind> Kinds = Gen.Enum<TransformKind>();

    [Fact]
    public void Inverse_OfForwardUnderNoneAndQuantile_IsTheValueItself()
    {
        Gen.Select(Ordinary.Array[1, 60], Gen.Bool, Gen.Bool).Sample((values, clip, quantile) =>
        {
            TableTransform transform = Fit(quantile ? TransformKind.Quantile : TransformKind.None, values, clip);
            return values.All(value => transform.Inverse(0, transform.Forward(0, value)) == value);
        });
    }

    [Fact]
    public void Inverse_OfSinglePrecisionForwardUnderQuantile_IsTheTableItself()
    {
        Gen.Select(Ordinary.Array[20], Positive.Array[20], Gen.Bool).Sample((first, second, clip) =>
        {
            TableTransform transform = TableTransform.Fit(TransformKind.Quantile, new Table(["a", "b"], [first, second]), clip);
            double[][] back = transform.Inverse(transform.Forward(new Table(["a", "b"], [first, second])));
            return back[0].SequenceEqual(first) && back[1].SequenceEqual(second);
        });
    }

    [Fact]
    public void Inverse_OfForwardUnderStandardAndMinMax_IsTheValueToAFewUnitsInTheLastPlace()
    {
        Gen.Select(Ordinary.Array[1, 60], Gen.Bool, Gen.Bool).Sample((values, clip, standard) =>
        {
            TableTransform transform = Fit(standard ? TransformKind.Standard : TransformKind.MinMax, values, clip);
            double unit = Math.BitIncrement(values.Max(Math.Abs)) - values.Max(Math.Abs);
            return values.All(value => Math.Abs(transform.Inverse(0, transform.Forward(0, value)) - value) <= 4 * unit);
        });
    }

    [Fact]
    public void Inverse_OfForwardUnderLog_IsTheValueRelatively()
    {
        Gen.Select(Positive.Array[1, 60], Gen.Bool).Sample((values, clip) =>
        {
            TableTransform transform = Fit(TransformKind.Log, values, clip);
            double tolerance = 1e-15 * values.Max(value => Math.Max(1, Math.Abs(Math.Log(value))));
            return values.All(value => Math.Abs(transform.Inverse(0, transform.Forward(0, value)) - value) <= value * tolerance);
        });
    }

    [Fact]
    public void Inverse_OfIncreasingScores_DoesNotDecrease()
    {
        Gen.Select(Kinds, Positive.Array[1, 40], Gen.Bool, Gen.Single[-10, 10].Array[100]).Sample((kind, values, clip, scores) =>
        {
            TableTransform transform = Fit(kind, values, clip);
            float[] sorted = [.. scores.Concat(values.Select(value => (float)transform.Forward(0, value))).Order()];
            double[] back = transform.Inverse(sorted)[0];
            return back.Zip(back.Skip(1)).All(pair => pair.First <= pair.Second);
        });
    }

    [Fact]
    public void Inverse_WithClip_NeverLeavesTheObservedRange()
    {
        Gen.Select(Kinds, Positive.Array[1, 40], Gen.Single).Sample((kind, values, score) =>
        {
            double back = Fit(kind, values, clip: true).Inverse(0, score);
            return float.IsNaN(score) || (back >= values.Min() && back <= values.Max());
        });
    }

    [Fact]
    public void Inverse_WithoutClip_ExceedsTheObservedRangeAndStaysFinite()
    {
        Gen<double> spread = Gen.Double[1, 1000];
        Gen.Select(Kinds, spread.Array[2, 40]).Where((_, values) => values.Distinct().Count() > 1 && values.Any(value => value != Math.Floor(value))).Sample((kind, values) =>
        {
            TableTransform transform = Fit(kind, values, clip: false);
            double high = transform.Inverse(0, float.MaxValue);
            double low = transform.Inverse(0, -float.MaxValue);
            return double.IsFinite(high) && double.IsFinite(low) && high > values.Max() && low < values.Min();
        });
    }

    [Fact]
    public void Inverse_UnderLogAndQuantile_KeepsTheSignOfTheColumn()
    {
        Gen.Select(Positive.Array[1, 40], Gen.Single, Gen.Bool).Where((_, score, _) => !float.IsNaN(score)).Sample((values, score, log) =>
        {
            double positive = Fit(log ? TransformKind.Log : TransformKind.Quantile, values, clip: false).Inverse(0, score);
            double negative = Fit(TransformKind.Quantile, [.. values.Select(value => -value)], clip: false).Inverse(0, score);
            return positive > 0 && negative < 0;
        });
    }

    [Fact]
    public void Inverse_QuantileOfAColumnFromZeroOn_NeverGoesBelow()
    {
        TableTransform transform = Fit(TransformKind.Quantile, [0, 0, 1.5, 2, 5], clip: false);

        Assert.Equal(0, transform.Inverse(0, -8f));
        Assert.True(transform.Inverse(0, 8f) > 5);
    }

    [Fact]
    public void Inverse_QuantileOfAMirroredColumn_IsMirrored()
    {
        Gen.Select(Ordinary.Array[1, 60], Gen.Single[-9, 9]).Sample((values, score) =>
        {
            double plain = Fit(TransformKind.Quantile, values, clip: false).Inverse(0, score);
            double mirrored = Fit(TransformKind.Quantile, [.. values.Select(value => -value)], clip: false).Inverse(0, -score);
            return Math.Abs(plain + mirrored) <= 1e-12 * values.Max(Math.Abs);
        });
    }

    [Fact]
    public void Inverse_QuantileBetweenTwoKnots_IsOnTheLine()
    {
        TableTransform transform = Fit(TransformKind.Quantile, [10, 20, 40], clip: false);
        double middle = transform.Forward(0, 20);
        double upper = transform.Forward(0, 40);

        Assert.Equal(0, middle);
        Assert.Equal(StandardNormal.Quantile(5.0 / 6), upper, 1e-7);
        Assert.Equal(25, transform.Inverse(0, upper / 4), 1e-12);
        Assert.Equal(upper / 4, transform.Forward(0, 25), 1e-12);
    }

    [Fact]
    public void Inverse_QuantileOfARepeatedValue_IsThatValueForAsManyDraws()
    {
        // A fifth of the rows are 0, and no other value repeats.
        double[] values = [.. Enumerable.Range(1, 40).Select(number => (number - 20.5) / 7), .. Enumerable.Repeat(0.0, 10)];
        TableTransform transform = Fit(TransformKind.Quantile, values, clip: false);
        float[] scores = [.. Enumerable.Range(0, 10_000).Select(row => (float)StandardNormal.Quantile((row + 0.5) / 10_000))];

        double[] drawn = transform.Inverse(scores)[0];

        // From the first of its rows to the last: nine of the fifty spaces between ranks.
        Assert.Equal(0.18, drawn.Count(value => value == 0) / 10_000.0, 0.001);
        Assert.Equal(0.41, drawn.Count(value => value < 0) / 10_000.0, 0.001);
        Assert.Equal(0, transform.Forward(0, 0));
    }

    [Fact]
    public void Forward_QuantileOfARepeatedValue_IsTheScoreOfItsMidRank()
    {
        Gen.Select(Gen.Int[0, 4].Array[2, 60], Gen.Bool).Sample((numbers, clip) =>
        {
            double[] values = [.. numbers.Select(number => (double)number)];
            if (values.Distinct().Count() == 1)
            {
                return;
            }

            TableTransform transform = Fit(TransformKind.Quantile, values, clip);
            foreach (double value in values)
            {
                double rank = (values.Count(other => other < value) + (values.Count(other => other == value) / 2.0)) / values.Length;
                Assert.Equal(StandardNormal.Quantile(rank), transform.Forward(0, value), 1e-6);
            }
        });
    }

    [Fact]
    public void Restore_QuantileWithRepeatedValues_IsTheTransformItself()
    {
        Gen.Select(Gen.Int[-2, 3].Array[2, 60], Gen.Bool, Gen.Single[-9, 9]).Sample((numbers, clip, score) =>
        {
            TableTransform fitted = Fit(TransformKind.Quantile, [.. numbers.Select(number => (double)number)], clip);
            TableTransform restored = TableTransform.Restore(TransformKind.Quantile, clip, fitted.Columns);
            return restored.Inverse(0, score) == fitted.Inverse(0, score)
                && numbers.All(number => restored.Forward(0, number) == fitted.Forward(0, number) && fitted.Inverse(0, fitted.Forward(0, number)) == number);
        });
    }

    [Fact]
    public void Inverse_QuantileTails_FollowTheirRule()
    {
        // Twenty rows: the outermost 5 % is one row, so the slope is half of that between the two outermost values.
        const double Step = Math.PI / 6;
        double[] values = [.. Enumerable.Range(1, 20).Select(number => number * Step)];
        TableTransform transform = Fit(TransformKind.Quantile, values, clip: false);
        double edge = transform.Forward(0, values[^1]);
        double slope = 0.5 * Step / (edge - transform.Forward(0, values[^2]));

        Assert.Equal(values[^1] + (slope * (4 - edge)), transform.Inverse(0, 4.0), 1e-9);
        Assert.Equal(transform.Inverse(0, 8.0), transform.Inverse(0, 1e30));
        Assert.Equal(Step - (slope * (8 - edge)) is var end && end > 0 ? end : Step / 1000, transform.Inverse(0, -8.0), 1e-9);
    }

    [Fact]
    public void Inverse_QuantileBeyondATiedEnd_StaysThereUntilTheScoreOfASingleRow()
    {
        // A quarter of the rows are 1: the mid-rank of the tie is 1/8, a single outermost row would have 1/16.
        TableTransform transform = Fit(TransformKind.Quantile, [1, 1, 2, 3, 4.5, 5, 6, 7], clip: false);

        Assert.Equal(StandardNormal.Quantile(1.0 / 8), transform.Forward(0, 1), 1e-7);
        Assert.Equal(1, transform.Inverse(0, (float)StandardNormal.Quantile(1.0 / 16)));
        Assert.True(transform.Inverse(0, -2f) < 1);
    }

    [Fact]
    public void Inverse_QuantileOfNormalDraws_KeepsTheMomentsOfAHeavyTail()
    {
        // Pareto with index 2.5: extrapolated geometrically, a few draws would rule the deviation.
        double[] values = [.. Enumerable.Range(0, 400).Select(row => Math.Pow(1 - ((row + 0.5) / 400), -0.4))];
        TableTransform transform = Fit(TransformKind.Quantile, values, clip: false);
        float[] scores = [.. Enumerable.Range(0, 100_000).Select(row => (float)StandardNormal.Quantile((row + 0.5) / 100_000))];

        double[] drawn = transform.Inverse(scores)[0];

        Assert.Equal(values.Average(), drawn.Average(), 0.01 * values.Average());
        Assert.Equal(Deviation(values), Deviation(drawn), 0.1 * Deviation(values));
    }

    [Fact]
    public void Forward_ConstantColumn_IsZeroAndInvertsToTheConstant()
    {
        Gen.Select(Kinds.Where(kind => kind != TransformKind.None), Positive, Gen.Single, Gen.Bool).Sample((kind, constant, score, clip) =>
        {
            TableTransform transform = Fit(kind, [constant, constant, constant], clip);
            return transform.Forward(0, constant) == 0 && transform.Inverse(0, score) == constant;
        });
    }

    [Fact]
    public void Forward_StandardAndMinMax_HaveTheirMoments()
    {
        Table table = new(["x"], [[1, 2, 3, 6]]);
        float[] standard = TableTransform.Fit(TransformKind.Standard, table, clip: false).Forward(table);
        float[] minMax = TableTransform.Fit(TransformKind.MinMax, table, clip: false).Forward(table);

        Assert.Equal(0, standard.Average(), 1e-6f);
        Assert.Equal(1, Deviation([.. standard.Select(value => (double)value)]), 1e-6);
        Assert.Equal([-1f, -0.6f, -0.2f, 1f], minMax);
    }

    [Fact]
    public void Forward_QuantileOfAValueNeverSeen_IsBetweenItsNeighbours()
    {
        Gen.Select(Ordinary.Array[2, 40], Gen.Double[-2000, 2000], Gen.Bool).Sample((values, value, clip) =>
        {
            TableTransform transform = Fit(TransformKind.Quantile, values, clip);
            double score = transform.Forward(0, value);
            return Math.Abs(score) <= 8
                && values.Where(seen => seen < value).All(seen => transform.Forward(0, seen) <= score)
                && values.Where(seen => seen > value).All(seen => transform.Forward(0, seen) >= score);
        });
    }

    [Fact]
    public void Inverse_NaN_StaysNaN()
    {
        Assert.All(Enum.GetValues<TransformKind>(), kind => Assert.Equal(double.NaN, Fit(kind, [1, 2, 3], clip: false).Inverse(0, double.NaN)));
    }

    [Fact]
    public void Inverse_IntoLargerArrays_LeavesTheRestAlone()
    {
        TableTransform transform = TableTransform.Fit(TransformKind.None, new Table(["a", "b"], [[1, 2], [3, 4]]), clip: false);
        double[][] columns = [[0, 0, 9], [0, 0, 9]];

        transform.Inverse([1, 3, 2, 4], columns);

        Assert.Equal([[1, 2, 9], [3, 4, 9]], columns);
    }

    [Fact]
    public void Fit_LogOfAValueThatIsNotPositive_NamesColumnRowAndValue()
    {
        TransformException exception = Assert.Throws<TransformException>(
            () => TableTransform.Fit(TransformKind.Log, new Table(["DAX", "SMI"], [[1, 2, 3], [1, -0.5, 0]]), clip: false));

        Assert.Equal(("SMI", 2, -0.5), (exception.ColumnName, exception.Row, exception.Value));
        Assert.Equal(
            "Column \"SMI\" has -0.5 in data row 2; transform \"log\" takes positive numbers only. Use \"quantile\", \"standard\" or \"minMax\" for this table.",
            exception.Message);
    }

    [Theory]
    [InlineData(TransformKind.None)]
    [InlineData(TransformKind.Standard)]
    [InlineData(TransformKind.MinMax)]
    [InlineData(TransformKind.Log)]
    [InlineData(TransformKind.Quantile)]
    public void Inverse_OfAColumnOfWholeNumbers_IsWholeAndWithinItsRange(TransformKind kind)
    {
        Table table = new(["count", "share"], [[1, 2, 2, 3, 7, 7, 12], [0.5, 1, 2, 3, 4, 5, 6]]);
        TableTransform fitted = TableTransform.Fit(kind, table, clip: false);
        TableTransform restored = TableTransform.Restore(kind, clip: false, fitted.Columns);

        Assert.True(fitted.Columns[0].Whole);
        Assert.False(fitted.Columns[1].Whole);
        foreach (TableTransform transform in (TableTransform[])[fitted, restored])
        {
            double[] counts = [.. Enumerable.Range(-99, 199).Select(step => transform.Inverse(0, step * 0.07))];
            Assert.All(counts, count => Assert.True(count == Math.Floor(count) && count is >= 1 and <= 12, $"{count}"));
            Assert.Contains(counts, count => count is 4 or 5);
            Assert.All(table.Column(0).ToArray(), value => Assert.Equal(value, transform.Inverse(0, transform.Forward(0, value))));
        }
    }

    [Theory]
    [InlineData(9007199254740992, true)]
    [InlineData(9007199254740994, true)]
    [InlineData(-9007199254740994, true)]
    [InlineData(1e18, true)]
    [InlineData(1e18 + 256, false)]
    [InlineData(-1e30, false)]
    public void Fit_WholeNumbersBeyondAllThatIsCounted_AreNotWhole(double value, bool whole)
    {
        Assert.Equal(whole, Fit(TransformKind.Standard, [1, value], clip: false).Columns[0].Whole);
    }

    [Theory]
    [InlineData(TransformKind.None, 1e30)]
    [InlineData(TransformKind.MinMax, 1e300)]
    public void Fit_LargestValue_IsTaken(TransformKind kind, double value)
    {
        Assert.Equal(value, Fit(kind, [-value, value], clip: true).Inverse(0, double.MaxValue));
    }

    [Theory]
    [InlineData(TransformKind.None, 1e31)]
    [InlineData(TransformKind.Standard, 1e305)]
    [InlineData(TransformKind.Quantile, double.PositiveInfinity)]
    public void Fit_ValueTooLarge_Throws(TransformKind kind, double value)
    {
        Assert.Throws<TransformException>(() => Fit(kind, [1, value], clip: false));
    }

    [Fact]
    public void Fit_ExtremeValues_StaysFinite()
    {
        Gen<double> extreme = Gen.OneOf(Gen.Const(-1e300), Gen.Const(1e300), Gen.Const(1e-300), Gen.Const(double.Epsilon), Gen.Const(1.5));
        Gen.Select(Kinds.Where(kind => kind is not TransformKind.None), extreme.Array[2, 6], Gen.Single[-20, 20], Gen.Bool).Sample((kind, values, score, clip) =>
        {
            double[] allowed = kind == TransformKind.Log ? [.. values.Select(Math.Abs)] : values;
            TableTransform transform = Fit(kind, allowed, clip);
            return double.IsFinite(transform.Inverse(0, score)) && allowed.All(value => float.IsFinite((float)transform.Forward(0, value)));
        });
    }

    [Fact]
    public void Fit_MoreDistinctValuesThanKnots_KeepsEvenlySpacedOnes()
    {
        // 8 columns share 2^20 knots.
        double[] values = [.. Enumerable.Range(0, 200_000).Select(row => (double)row)];
        Table table = new([.. "abcdefgh".Select(letter => letter.ToString())], [.. Enumerable.Repeat(values, 8)]);

        TableTransform transform = TableTransform.Fit(TransformKind.Quantile, table, clip: true);

        Assert.Equal(1 << 17, Assert.IsType<QuantileParameters>(transform.Columns[0]).Values.Length);
        Assert.All(Enumerable.Range(0, 1000), step => Assert.Equal(step * 199.0, transform.Inverse(0, transform.Forward(0, step * 199.0)), 1.0));
    }

    [Fact]
    public void Restore_WhatWasFitted_IsTheSameTransform()
    {
        Gen.Select(Kinds, Positive.Array[1, 30], Gen.Bool, Gen.Single[-9, 9]).Sample((kind, values, clip, score) =>
        {
            TableTransform fitted = Fit(kind, values, clip);
            TableTransform restored = TableTransform.Restore(kind, clip, fitted.Columns);
            return restored.Inverse(0, score).Equals(fitted.Inverse(0, score)) && restored.ColumnNames.SequenceEqual(fitted.ColumnNames);
        });
    }

    [Theory]
    [MemberData(nameof(WrongParameters))]
    public void Restore_ParametersThatNoFitGives_Throws(TransformKind kind, ColumnTransformParameters[] columns, string reason)
    {
        TransformException exception = Assert.Throws<TransformException>(() => TableTransform.Restore(kind, clip: false, columns));

        Assert.Contains(reason, exception.Message, StringComparison.Ordinal);
    }

    public static TheoryData<TransformKind, ColumnTransformParameters[], string> WrongParameters()
    {
        return new()
        {
            { TransformKind.None, [], "at least one" },
            { TransformKind.None, [new IdentityParameters("a", 0, 1), new IdentityParameters("a", 0, 1)], "twice" },
            { TransformKind.None, [new IdentityParameters("a", 1, 0)], "range" },
            { TransformKind.None, [new IdentityParameters("a", double.NaN, 0)], "range" },
            { TransformKind.None, [new IdentityParameters("a", 0, 1.5) { Whole = true }], "range of whole numbers" },
            { TransformKind.None, [new IdentityParameters(" ", 0, 1)], "blank" },
            { TransformKind.None, [new AffineParameters("a", 0, 1, 0, 1)], "another kind" },
            { TransformKind.Quantile, [new AffineParameters("a", 0, 1, 0, 1)], "another kind" },
            { TransformKind.Standard, [new AffineParameters("a", 0, 1, 0, 0)], "not constant" },
            { TransformKind.Standard, [new AffineParameters("a", 0, 1, double.PositiveInfinity, 1)], "center" },
            { TransformKind.Standard, [new AffineParameters("a", 0, 1, 0, -1)], "scale" },
            { TransformKind.Log, [new AffineParameters("a", 0, 1, 0, 1)], "above 0" },
            { TransformKind.Quantile, [new QuantileParameters("a", 0, 1, [0, 1], [0])], "one score for each" },
            { TransformKind.Quantile, [new QuantileParameters("a", 0, 1, [0], [0])], "knots" },
            { TransformKind.Quantile, [new QuantileParameters("a", 0, 1, default, default)], "knots" },
            { TransformKind.Quantile, [new QuantileParameters("a", 0, 1, [0, 0], [0, 1])], "scores do not increase" },
            { TransformKind.Quantile, [new QuantileParameters("a", 0, 1, [0, 9], [0, 1])], "from -8 to 8" },
            { TransformKind.Quantile, [new QuantileParameters("a", 0, 2, [-1, 0, 1], [0, 2, 1])], "values do not increase" },
            { TransformKind.Quantile, [new QuantileParameters("a", 0, 2, [-1, 0, 0.5f, 1], [0, 1, 1, 2])], "neither one knot nor three" },
            { TransformKind.Quantile, [new QuantileParameters("a", 0, 3, [-1, 1], [0, 2])], "among its values" },
        };
    }

    private static TableTransform Fit(TransformKind kind, double[] values, bool clip)
    {
        return TableTransform.Fit(kind, new Table(["x"], [values]), clip);
    }

    private static double Deviation(double[] values)
    {
        double mean = values.Average();
        return Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1));
    }
}
