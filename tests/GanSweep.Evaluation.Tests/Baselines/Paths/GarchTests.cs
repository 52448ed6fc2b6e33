using GanSweep.Evaluation.Baselines.Paths;

namespace GanSweep.Evaluation.Tests.Baselines.Paths;

public sealed class GarchTests
{
    [Theory]
    [InlineData(0.1, 0.85)]
    [InlineData(0.05, 0.9)]
    [InlineData(0.3, 0.4)]
    public void Fit_OfASimulatedSeries_FindsItsParameters(double alpha, double beta)
    {
        Garch[] fitted = [.. Enumerable.Range(0, 5).Select(draw => Garch.Fit(TimeTables.Garch(1 - alpha - beta, alpha, beta, 10_000, draw)))];

        Assert.Equal(alpha, Median(fitted.Select(each => each.Alpha)), 0.02);
        Assert.Equal(beta, Median(fitted.Select(each => each.Beta)), 0.03);
        Assert.Equal(1 - alpha - beta, Median(fitted.Select(each => each.Omega)), 0.03);
    }

    [Fact]
    public void Fit_OfASimulatedSeries_IsMoreLikelyThanItsNeighbours()
    {
        double[] series = TimeTables.Garch(0.05, 0.1, 0.85, 4000, 7);
        Garch best = Garch.Fit(series);

        foreach (Garch other in new[]
        {
            new Garch(0.05, 0.1, 0.85), best with { Omega = best.Omega * 1.05 }, best with { Omega = best.Omega * 0.95 }, best with { Alpha = best.Alpha * 1.05 },
            best with { Alpha = best.Alpha * 0.95 }, best with { Beta = best.Beta * 1.005 }, best with { Beta = best.Beta * 0.995 },
        })
        {
            Assert.True(LogLikelihood(series, best) >= LogLikelihood(series, other), $"{best} {other}");
        }
    }

    [Fact]
    public void Fit_OfGaps_FindsWhatTheRestSays()
    {
        double[] series = TimeTables.Garch(0.05, 0.1, 0.85, 20_000, 3);
        double[] gaps = [.. series.Select((value, t) => t % 10 == 3 ? double.NaN : value)];

        Garch fitted = Garch.Fit(gaps);

        Assert.Equal(0.1, fitted.Alpha, 0.03);
        Assert.Equal(0.85, fitted.Beta, 0.04);
    }

    [Fact]
    public void Fit_OfFewOrIndependentValues_HasNoClusters()
    {
        Assert.Equal(Garch.Constant, Garch.Fit(TimeTables.Normal(99, 0)));
        Assert.InRange(Garch.Fit(TimeTables.Normal(5000, 0)).Alpha, 0, 0.03);
    }

    private static double LogLikelihood(double[] series, Garch garch)
    {
        double sum = 0;
        double variance = 1;
        foreach (double value in series)
        {
            sum -= Math.Log(variance) + (value * value / variance);
            variance = garch.Omega + (garch.Alpha * value * value) + (garch.Beta * variance);
        }

        return sum / 2;
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
