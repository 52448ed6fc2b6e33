using GanSweep.Networks.Heads;
using GanSweep.Numerics.Randomness;
using GanSweep.Tables.Transforms;

namespace GanSweep.Networks.Tests.Heads;

public sealed class ChoiceCrossEntropyTests
{
    private const int Rows = 7;

    private static readonly FeatureLayout Features = new(8, new FeatureChoice(1, 2), new FeatureChoice(4, 3, 3, 2));

    [Fact]
    public void Of_AnyNumbers_IsTheSumOfSoftmaxesWithItsDerivativesAndLeavesAmountsAlone()
    {
        float[] said = new float[Rows * Features.Count];
        new CounterRandom(1, RandomPurpose.Bootstrap, 0).FillNormal(said);
        float[] real = new float[said.Length];
        float[] slopes = new float[said.Length];
        Array.Fill(slopes, 9);
        double expected = 0;
        foreach (FeatureChoice choice in Features.Choices)
        {
            for (int row = 0; row < Rows; row++)
            {
                real[(row * Features.Count) + choice.Start + (row % choice.Count)] = 1;
                expected -= Math.Log(Probabilities(said, row, choice)[row % choice.Count]);
            }
        }

        double sum = new ChoiceCrossEntropy(new FeatureParts(Features)).Of(real, said, weight: 0.5f, slopes);

        Assert.Equal(expected, sum, 1e-5);
        foreach (FeatureChoice choice in Features.Choices)
        {
            for (int row = 0; row < Rows; row++)
            {
                Assert.All(
                    Probabilities(said, row, choice).Index(),
                    outcome => Assert.Equal(0.5 * (outcome.Item - (outcome.Index == row % choice.Count ? 1 : 0)), slopes[(row * Features.Count) + choice.Start + outcome.Index], 1e-6));
            }
        }

        Assert.All([0, 3, 7], amount => Assert.Equal(9, slopes[amount]));
    }

    private static double[] Probabilities(float[] said, int row, FeatureChoice choice)
    {
        double[] weights = [.. said.Skip((row * Features.Count) + choice.Start).Take(choice.Count).Select(number => Math.Exp(number))];
        return [.. weights.Select(weight => weight / weights.Sum())];
    }
}
