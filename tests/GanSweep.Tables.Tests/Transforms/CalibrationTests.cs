using CsCheck;
using GanSweep.Numerics.Randomness;
using GanSweep.Tables.Transforms;

namespace GanSweep.Tables.Tests.Transforms;

public sealed class CalibrationTests
{
    private const int Generated = 20_000;

    // A heavy tail, and whole numbers of which most are 0.
    private static readonly Table Real = new(
        ["amount", "claims"],
        [
            [.. Enumerable.Range(0, 400).Select(row => Math.Pow(1.01, row))],
            [.. Enumerable.Range(0, 400).Select(row => (double)Math.Max(0, (row % 40) - 30))],
        ]);

    /// <summary>Whatever a generator says, as long as it says more where a normal number is larger: its columns come out as the real ones.</summary>
    [Theory]
    [InlineData(0.4, 0.5, 0.0)]
    [InlineData(-1, 3, 0.0)]
    [InlineData(0, 0.3, 0.4)]
    public void Inverse_OfACalibratedTransform_HasTheRealDistribution(double shift, double scale, double bend)
    {
        var transform = TableTransform.Fit(TransformKind.Quantile, Real, clip: false);

        TableTransform calibrated = transform.Calibrated(Says(seed: 1, shift, scale, bend));

        double[][] drawn = calibrated.Inverse(Says(seed: 2, shift, scale, bend));
        double[][] ideal = transform.Inverse(Says(seed: 2, shift: 0, scale: 1, bend: 0));
        double[][] raw = transform.Inverse(Says(seed: 2, shift, scale, bend));
        for (int column = 0; column < 2; column++)
        {
            Assert.InRange(LargestGap(drawn[column], Real.Column(column)), 0, 0.015);
            Assert.InRange(drawn[column].Average(), 0.96 * ideal[column].Average(), 1.04 * ideal[column].Average());
            Assert.True(LargestGap(raw[column], Real.Column(column)) > 0.05, "Without calibration it is another distribution.");
        }

        Assert.All(drawn[1], value => Assert.Contains(value, Real.Column(1).ToArray()));
        Assert.InRange(drawn[1].Count(value => value == 0) / (double)Generated, 0.755, 0.795);
    }

    [Fact]
    public void Calibrated_ToNormalNumbersThemselves_ChangesNextToNothing()
    {
        var transform = TableTransform.Fit(TransformKind.Quantile, Real, clip: false);

        TableTransform calibrated = transform.Calibrated(Says(seed: 1, shift: 0, scale: 1, bend: 0));

        for (double score = -2; score <= 2; score += 0.25)
        {
            Assert.Equal(transform.Inverse(0, score), calibrated.Inverse(0, score), 0.06 * transform.Inverse(0, score));
        }
    }

    /// <summary>Of any table and anything that a generator may say, the parameters are such as a file may hold, and rows keep their order.</summary>
    [Fact]
    public void Calibrated_ToAnything_CanBeRestoredAndNeverDecreases()
    {
        Gen<double[]> column = Gen.OneOf(Gen.Double[-1e6, 1e6], Gen.Int[0, 3].Select(value => (double)value)).Array[2, 60];
        Gen<float[]> says = Gen.OneOf(
            Gen.Float[-30, 30].Array[2, 100], Gen.Float[-0.001f, 0.001f].Array[2, 100], Gen.OneOf(-1f, 0f, 7.9f, 8f, 9f).Array[2, 100], Gen.Float.Array[2, 40]);
        Gen.Select(column, says, Gen.Bool).Sample((values, generated, clip) =>
        {
            var transform = TableTransform.Fit(TransformKind.Quantile, new Table(["x"], [values]), clip);

            TableTransform calibrated = transform.Calibrated(generated);

            var restored = TableTransform.Restore(TransformKind.Quantile, clip, calibrated.Columns);
            double[] inverse = [.. Enumerable.Range(-90, 181).Select(step => restored.Inverse(0, step / 10.0))];
            Assert.Equal(inverse.Order(), inverse);
            Assert.All(inverse, value => Assert.True(double.IsFinite(value)));
            Assert.Equal(transform.Inverse(0, -8), restored.Inverse(0, -8));
            Assert.Equal(transform.Inverse(0, 8), restored.Inverse(0, 8));
        });
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    public void Calibrated_ToAColumnThatIsNotFinite_LeavesThatColumn(float value)
    {
        var transform = TableTransform.Fit(TransformKind.Quantile, Real, clip: false);
        float[] generated = Says(seed: 1, shift: 1, scale: 1, bend: 0);
        generated[2 * 17] = value;

        TableTransform calibrated = transform.Calibrated(generated);

        Assert.Same(transform.Columns[0], calibrated.Columns[0]);
        Assert.NotEqual(transform.Columns[1], calibrated.Columns[1]);
    }

    [Theory]
    [InlineData(TransformKind.None)]
    [InlineData(TransformKind.Standard)]
    [InlineData(TransformKind.MinMax)]
    [InlineData(TransformKind.Log)]
    public void Calibrated_OfAKindThatKnowsNoDistribution_IsNotSupported(TransformKind kind)
    {
        var transform = TableTransform.Fit(kind, new Table(["x"], [[1, 2, 4]]), clip: false);

        Assert.False(transform.CanBeCalibrated);
        Assert.Throws<NotSupportedException>(() => transform.Calibrated([1, 2, 3]));
        Assert.True(TableTransform.Fit(TransformKind.Quantile, Real, clip: false).CanBeCalibrated);
    }

    // What a generator says: an increasing function of normal numbers, another one in each column.
    private static float[] Says(int seed, double shift, double scale, double bend)
    {
        float[] normals = new float[2 * Generated];
        new CounterRandom(seed, RandomPurpose.Calibration, 0).FillNormal(normals);
        return [.. normals.Select((normal, cell) => (float)((cell % 2 == 0 ? shift : -shift) + (scale * normal) + (bend * normal * normal * normal)))];
    }

    // Of the distribution functions, at the real values (Kolmogorov and Smirnov); half of a tie counts.
    private static double LargestGap(double[] drawn, ReadOnlySpan<double> real)
    {
        double largest = 0;
        foreach (double value in real)
        {
            largest = Math.Max(largest, Math.Abs(ShareUpTo(drawn, value) - ShareUpTo(real, value)));
        }

        return largest;

        static double ShareUpTo(ReadOnlySpan<double> values, double bound)
        {
            double share = 0;
            foreach (double value in values)
            {
                share += value < bound ? 1 : value == bound ? 0.5 : 0;
            }

            return share / values.Length;
        }
    }
}
