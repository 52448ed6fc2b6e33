using System.Collections.Immutable;
using CsCheck;
using GanSweep.Search.Domains;

namespace GanSweep.Search.Tests;

/// <summary>Domains for tests.</summary>
internal static class DrawnDomains
{
    /// <summary>Numbers of every kind, and choices.</summary>
    public static readonly Gen<Parameter> AnyParameter = Gen.OneOf(
        Gen.Select(Gen.Double[-1000, 1000], Gen.Double[0, 1000]).Select((low, length) => (Parameter)new NumberParameter(low, low + length)),
        Gen.Select(Gen.Double[1e-9, 1], Gen.Double[1, 1e6]).Select((low, ratio) => (Parameter)new NumberParameter(low, low * ratio, Logarithmic: true)),
        Gen.Select(Gen.Double[-10, 10], Gen.Double[0, 10], Gen.Double[0.01, 20]).Select((low, length, step) => (Parameter)new NumberParameter(low, low + length, Step: step)),
        Gen.Select(Gen.Double[0.01, 10], Gen.Double[1, 1000], Gen.Double[0.01, 20]).Select((low, ratio, step) => (Parameter)new NumberParameter(low, low * ratio, Logarithmic: true, step)),
        Gen.Int[1, 6].Select(count => (Parameter)new ChoiceParameter(count)));

    /// <summary>One to three alternatives of up to four parameters each.</summary>
    public static readonly Gen<SearchDomain> Any = AnyParameter.Array[0, 4].Array[1, 3].Select(all => new SearchDomain([.. all.Select(parameters => parameters.ToImmutableArray())]));

    /// <summary>Alternatives of 0, 1, 2, … parameters.</summary>
    public static SearchDomain Alternatives(int count)
    {
        return new([.. Enumerable.Range(0, count).Select(parameters => Enumerable.Repeat<Parameter>(new NumberParameter(0, 1), parameters).ToImmutableArray())]);
    }

    /// <summary>That a point lies in its domain: in the ranges, on the steps.</summary>
    public static void AssertHolds(SearchDomain domain, Point point)
    {
        ImmutableArray<Parameter> parameters = domain.Alternatives[point.Alternative];
        Assert.Equal(parameters.Length, point.Values.Length);
        foreach ((Parameter parameter, double value) in parameters.Zip(point.Values))
        {
            switch (parameter)
            {
                case ChoiceParameter choice:
                    Assert.InRange(value, 0, choice.Count - 1);
                    Assert.Equal(Math.Floor(value), value);
                    break;
                case NumberParameter number:
                    Assert.InRange(value, number.Minimum, number.Maximum);
                    if (number.Step is { } step)
                    {
                        double steps = (value - number.Minimum) / step;
                        Assert.Equal(Math.Round(steps), steps, 1e-9 * Math.Max(1, Math.Abs(number.Minimum) / step));
                    }

                    break;
                default:
                    Assert.Fail($"{parameter}");
                    break;
            }
        }
    }
}
