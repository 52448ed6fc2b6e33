using GanSweep.Evaluation.DifferentialPrivacy;

namespace GanSweep.Evaluation.Tests.DifferentialPrivacy;

public sealed class GaussianMechanismTests
{
    private static readonly PrivacyGuarantee Guarantee = new(2, 1e-6);

    // Σ (sensitivity / σ)² of all releases is 1 / σ² of one.
    [Fact]
    public void Release_OfTheWholeBudget_HasNoiseThatComposesToTheGuarantee()
    {
        GaussianMechanism mechanism = new(Guarantee, budget: 0.8, seed: 0);

        (double Sensitivity, double Spent)[] releases = [(1, 0.1), (3, 0.3), (0.5, 0.4)];
        double sum = releases.Sum(release => Math.Pow(release.Sensitivity / mechanism.Release([new double[3]], release.Sensitivity, release.Spent), 2));

        Assert.Equal(2, RenyiAccountant.Epsilon(1 / Math.Sqrt(sum), 1e-6), 1e-9);
    }

    [Fact]
    public void Release_OfMoreThanTheBudget_Throws()
    {
        GaussianMechanism mechanism = new(Guarantee, budget: 1, seed: 0);
        mechanism.Release([new double[3]], 1, 0.7);
        double[] exact = [1, 2, 3];

        InvalidOperationException exception = Assert.Throws<InvalidOperationException>(() => mechanism.Release([exact], 1, 0.4));

        Assert.Equal("A release takes 0.4 of a budget of 1, of which 0.7 is spent.", exception.Message);
        Assert.Equal([1, 2, 3], exact);
        mechanism.Release([exact], 1, 0.3);
    }

    [Fact]
    public void Release_OfAVector_AddsNormalNoiseOfWhatItSays()
    {
        double[][] parts = [[.. Enumerable.Repeat(7.0, 20_000)], [.. Enumerable.Repeat(-7.0, 20_000)]];

        double deviation = new GaussianMechanism(Guarantee, budget: 1, seed: 0).Release(parts, 5, 0.5);

        Assert.Equal(RenyiAccountant.NoiseFor(Guarantee) * 5 / Math.Sqrt(0.5), deviation, 1e-9);
        Assert.Equal(7, parts[0].Average(), 4 * deviation / Math.Sqrt(20_000));
        Assert.Equal(-7, parts[1].Average(), 4 * deviation / Math.Sqrt(20_000));
        Assert.Equal(deviation, Math.Sqrt(parts[0].Average(value => (value - 7) * (value - 7))), 0.03 * deviation);
        Assert.Equal(0, Tables.Pearson(parts[0], parts[1]), 0.03);
    }

    [Fact]
    public void Release_Again_HasOtherNoiseAndTheSameOfTheSameSeed()
    {
        double[] first = [0, 0];
        double[] second = [0, 0];
        double[] same = [0, 0];
        GaussianMechanism mechanism = new(Guarantee, budget: 1, seed: 5);

        mechanism.Release([first], 1, 0.5);
        mechanism.Release([second], 1, 0.5);
        new GaussianMechanism(Guarantee, budget: 1, seed: 5).Release([same], 1, 0.5);

        Assert.Equal(first, same);
        Assert.NotEqual(first[0], second[0]);
        Assert.NotEqual(first[0], first[1]);
    }
}
