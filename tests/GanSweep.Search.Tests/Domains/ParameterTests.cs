using System.Collections.Immutable;
using System.Text.Json;
using CsCheck;
using GanSweep.Numerics.Sobol;
using GanSweep.Search.Domains;
using GanSweep.Search.Tests.Oracles;

namespace GanSweep.Search.Tests.Domains;

public sealed class ParameterTests
{
    private static readonly JsonElement Golden = OracleFiles.Read("qmc_mapping");

    // Trial k is Sobol point k − 1.
    [Fact]
    public void FromUnit_SobolPoints_BecomeThoseOfAnotherImplementation()
    {
        ImmutableArray<Parameter> parameters = Golden.GetProperty("space").Parameters();
        string[] names = Golden.GetProperty("space").Names();
        JsonElement[] trials = [.. Golden.GetProperty("params").EnumerateArray()];
        for (int trial = 1; trial < trials.Length; trial++)
        {
            for (int i = 0; i < names.Length; i++)
            {
                double value = parameters[i].FromUnit(SobolSequence.At(i, trial - 1) / (double)(1L << 32));
                double expected = ExpectedOf(names[i], trial, trials[trial].GetProperty(names[i]));

                Assert.Equal(expected, value, 1e-12 * Math.Abs(expected));
            }
        }
    }

    [Fact]
    public void FromUnit_AnyNumber_IsAValue()
    {
        Gen.Select(DrawnDomains.AnyParameter, Gen.OneOf(Gen.Double[0, 1], Gen.Const(0.0), Gen.Const(Math.BitDecrement(1)))).Where((_, unit) => unit < 1).Sample((parameter, unit) =>
            DrawnDomains.AssertHolds(new([[parameter]]), new(0, [parameter.FromUnit(unit)])));
    }

    [Fact]
    public void FromUnit_StepsAndChoices_HaveEqualShares()
    {
        Parameter[] parameters = [new NumberParameter(10, 17.5, Step: 2.5), new ChoiceParameter(4)];

        Assert.All(parameters, parameter => Assert.Equal([100, 100, 100, 100], Enumerable.Range(0, 400).CountBy(i => parameter.FromUnit((i + 0.5) / 400)).Select(count => count.Value)));
    }

    [Fact]
    public void FromUnit_MaximumBetweenSteps_IsNotReached()
    {
        Assert.Equal(7, new NumberParameter(1, 9, Step: 3).FromUnit(0.999));
    }

    [Fact]
    public void FromUnit_MaximumIsAStepButForRounding_IsReached()
    {
        Assert.Equal(0.9, new NumberParameter(0, 0.9, Step: 0.1).FromUnit(0.999));
    }

    [Fact]
    public void NewParameter_NoRange_Throws()
    {
        Assert.Throws<ArgumentException>(() => new NumberParameter(2, 1));
        Assert.Throws<ArgumentException>(() => new NumberParameter(0, 1, Logarithmic: true));
        Assert.Throws<ArgumentException>(() => new NumberParameter(0, double.PositiveInfinity));
        Assert.Throws<ArgumentException>(() => new NumberParameter(double.NaN, 1));
        Assert.Throws<ArgumentException>(() => new NumberParameter(0, 1, Step: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ChoiceParameter(0));
    }

    private static double ExpectedOf(string name, int trial, JsonElement golden)
    {
        return (name, trial) switch
        {
            // The other one maps 0 to below the range, and draws a random number instead.
            ("lr", 1) => 1e-5,

            // Between two steps the other one rounds to the even one, unless they are whole numbers.
            ("d", 2) => 0.5,
            ("opt", _) => Array.IndexOf(["sgd", "adam", "rmsprop"], golden.GetString()),
            _ => golden.Number(),
        };
    }
}
