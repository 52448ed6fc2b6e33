using System.Globalization;
using System.Text.Json;
using CsCheck;
using GanSweep.Numerics.Distributions;

namespace GanSweep.Numerics.Tests.Distributions;

/// <summary>Against values with 60 digits (Oracles/truncnorm.json), and against itself.</summary>
public sealed class TruncatedNormalTests
{
    public static TheoryData<double, double> Intervals => [.. Golden().Select(golden => (golden.A, golden.B))];

    [Theory]
    [MemberData(nameof(Intervals))]
    public void LogMass_KnownInterval_AgreesToTheLastDigits(double a, double b)
    {
        double expected = Golden().Single(golden => golden.A == a && golden.B == b).LogMass;

        Assert.Equal(expected, TruncatedNormal.LogMass(a, b), 1e-13 * Math.Max(1, Math.Abs(expected)));
    }

    [Theory]
    [MemberData(nameof(Intervals))]
    public void Quantile_KnownInterval_AgreesToTheLastDigits(double a, double b)
    {
        foreach ((double share, double expected) in Golden().Single(golden => golden.A == a && golden.B == b).Quantiles)
        {
            Assert.Equal(expected, TruncatedNormal.Quantile(share, a, b), 1e-12);
        }
    }

    [Fact]
    public void LogMass_MirroredInterval_IsTheSame()
    {
        Gen.Select(Gen.Double[-40, 40], Gen.Double[1e-9, 20]).Sample((a, length) =>
            Assert.Equal(TruncatedNormal.LogMass(a, a + length), TruncatedNormal.LogMass(-(a + length), -a), 1e-12 * Math.Max(1, a * a)));
    }

    // Across every border between two ways of computing it.
    [Fact]
    public void LogMass_IntervalInTwo_IsTheSumOfBoth()
    {
        Gen.Select(Gen.Double[-12, 12], Gen.Double[1e-6, 10], Gen.Double[0.01, 0.99]).Sample((a, length, part) =>
        {
            double middle = a + (part * length);
            double whole = TruncatedNormal.LogMass(a, a + length);
            double sum = Math.Exp(TruncatedNormal.LogMass(a, middle) - whole) + Math.Exp(TruncatedNormal.LogMass(middle, a + length) - whole);

            // Which interval it is, is known to an ulp of its ends.
            Assert.Equal(1, sum, 1e-12 + (1e-15 / Math.Min(1 - part, part) / length));
        });
    }

    [Fact]
    public void LogMasses_OfMany_AreThoseOfEach()
    {
        Gen.Select(Gen.Double[-5, 5], Gen.Double[1e-4, 3], Gen.Select(Gen.Double[-8, 8], Gen.Double[0.05, 20]).Array[0, 40]).Sample((a, length, kernels) =>
        {
            double[] masses = new double[kernels.Length];
            double[] rates = [.. kernels.Select(kernel => 1 / kernel.Item2)];
            TruncatedNormal.LogMasses(a, a + length, [.. kernels.Select(kernel => kernel.Item1)], rates, [.. rates.Select(rate => Math.Log(rate))], masses);

            Assert.All(kernels.Zip(masses), pair =>
            {
                ((double mean, double scale), double mass) = pair;
                double beyond = Math.Max(a - mean, mean - a - length) / scale;
                double expected = TruncatedNormal.LogMass((a - mean) / scale, (a + length - mean) / scale);
                if (beyond > 14)
                {
                    Assert.InRange(mass, expected, -14 * 14 / 2.0);
                }
                else
                {
                    Assert.Equal(expected, mass, 1e-11);
                }
            });
        });
    }

    [Fact]
    public void LogMass_NoInterval_IsThatOfNothing()
    {
        Assert.Equal(double.NegativeInfinity, TruncatedNormal.LogMass(1, 1));
        Assert.Equal(double.NegativeInfinity, TruncatedNormal.LogMass(2, 1));
        Assert.Equal(double.NegativeInfinity, TruncatedNormal.LogMass(double.NaN, 1));
    }

    [Fact]
    public void LogMass_OpenInterval_IsThatOfATail()
    {
        Assert.Equal(Math.Log(0.5), TruncatedNormal.LogMass(double.NegativeInfinity, 0), 1e-15);
        Assert.Equal(Math.Log(0.025), TruncatedNormal.LogMass(1.9599639845400545, double.PositiveInfinity), 1e-14);
        Assert.Equal(0, TruncatedNormal.LogMass(double.NegativeInfinity, double.PositiveInfinity));
    }

    [Fact]
    public void Quantile_AnyShare_LeavesItBelow()
    {
        Gen.Select(Gen.Double[-60, 60], Gen.Double[1e-3, 30], Gen.Double[0, 1]).Sample((a, length, share) =>
        {
            double quantile = TruncatedNormal.Quantile(share, a, a + length);

            Assert.InRange(quantile, a, a + length);
            Assert.Equal(share, Math.Exp(TruncatedNormal.LogMass(a, quantile) - TruncatedNormal.LogMass(a, a + length)), 1e-9);
        });
    }

    [Fact]
    public void Quantile_Ends_AreTheBounds()
    {
        Assert.Equal(-3, TruncatedNormal.Quantile(0, -3, 8));
        Assert.Equal(8, TruncatedNormal.Quantile(1, -3, 8));
    }

    [Fact]
    public void Quantile_NoShareOrInterval_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => TruncatedNormal.Quantile(-0.1, 0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => TruncatedNormal.Quantile(double.NaN, 0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => TruncatedNormal.Quantile(0.5, 1, 1));
    }

    private static IEnumerable<(double A, double B, double LogMass, (double Share, double Expected)[] Quantiles)> Golden()
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Oracles", "truncnorm.json")));
        return
        [
            .. document.RootElement.GetProperty("cases").EnumerateArray().Select(golden => (
                Number(golden.GetProperty("a")),
                Number(golden.GetProperty("b")),
                Number(golden.GetProperty("log_mass_exact")),
                Numbers(golden.GetProperty("q")).Zip(Numbers(golden.GetProperty("ppf_exact"))).ToArray())),
        ];
    }

    private static IEnumerable<double> Numbers(JsonElement array)
    {
        return array.EnumerateArray().Select(Number);
    }

    private static double Number(JsonElement element)
    {
        return element.ValueKind == JsonValueKind.String ? double.Parse(element.GetString()!, CultureInfo.InvariantCulture) : element.GetDouble();
    }
}
