using GanSweep.Numerics.Elementary;

namespace GanSweep.Search.Domains;

/// <summary>
/// A number between two others, both included. With a step its values are the minimum and whole steps above it, as far as the maximum; the range in which it is then spread and estimated is half a
/// step wider at both ends, so that every value has a whole cell (Optuna's way; at the lower end no lower than half of the minimum if it is logarithmic).
/// </summary>
/// <param name="Minimum">The smallest value; above 0 if it is logarithmic.</param>
/// <param name="Maximum">The largest value, no smaller than the minimum.</param>
/// <param name="Logarithmic">Whether equal ratios count as equal distances.</param>
/// <param name="Step">The distance between neighbouring values, above 0; without one every number of the range is a value.</param>
/// <exception cref="ArgumentException">The range is empty, infinite, or has no logarithm; or the step is not above 0.</exception>
public sealed record NumberParameter(double Minimum, double Maximum, bool Logarithmic = false, double? Step = null) : Parameter
{
    // How much of a step may be missing for the maximum to count as a value: 0.9 is nine steps of 0.1 from 0, though not in binary.
    private const double Slack = 1e-9;

    /// <summary>The smallest value; above 0 if the number is logarithmic.</summary>
    public double Minimum { get; } = double.IsFinite(Minimum) && (Minimum > 0 || !Logarithmic)
        ? Minimum
        : throw new ArgumentException($"A {(Logarithmic ? "logarithmic " : "")}range cannot begin at {Minimum}.", nameof(Minimum));

    /// <summary>The largest value.</summary>
    public double Maximum { get; } = double.IsFinite(Maximum) && Maximum >= Minimum
        ? Maximum
        : throw new ArgumentException($"A range from {Minimum} cannot end at {Maximum}.", nameof(Maximum));

    /// <summary>Whether equal ratios count as equal distances.</summary>
    public bool Logarithmic { get; } = Logarithmic;

    /// <summary>The distance between neighbouring values; without one every number of the range is a value.</summary>
    public double? Step { get; } = Step is null || (double.IsFinite(Step.Value) && Step > 0)
        ? Step
        : throw new ArgumentException($"A step of {Step} is none.", nameof(Step));

    /// <summary>How many values there are, infinitely many without a step.</summary>
    internal double ValueCount { get; } = Step is { } step ? Math.Floor(((Maximum - Minimum) / step) + Slack) + 1 : Maximum > Minimum ? double.PositiveInfinity : 1;

    /// <summary>Where the range begins, as a <see cref="Coordinate"/>: half a step below the minimum.</summary>
    internal double Low => Coordinate(LowEdge);

    /// <summary>Where the range ends, as a <see cref="Coordinate"/>: half a step above the largest value.</summary>
    internal double High => Coordinate(Last + ((Step ?? 0) / 2));

    /// <summary>The largest value: the maximum, or the last whole step below it.</summary>
    internal double Last => Step is null ? Maximum : ValueOf(ValueCount - 1);

    private double LowEdge => Step is not { } step ? Minimum : Logarithmic ? Math.Max(Minimum - (step / 2), Minimum / 2) : Minimum - (step / 2);

    /// <inheritdoc/>
    public override double FromUnit(double u)
    {
        return Step is not null && !Logarithmic ? ValueOf(Math.Clamp(Math.Floor(u * ValueCount), 0, ValueCount - 1)) : FromCoordinate(Low + (u * (High - Low)));
    }

    /// <summary>What is spread and estimated in place of a value: its logarithm, if the number is logarithmic.</summary>
    internal double Coordinate(double value)
    {
        return Logarithmic ? Logarithm.Of(value) : value;
    }

    /// <summary>The value that is nearest to a coordinate: within the range, on a step.</summary>
    internal double FromCoordinate(double coordinate)
    {
        double value = Logarithmic ? Exponential.Of(coordinate) : coordinate;
        return Step is { } step ? ValueOf(Math.Clamp(Math.Floor(((value - Minimum) / step) + 0.5), 0, ValueCount - 1)) : Math.Clamp(value, Minimum, Maximum);
    }

    /// <summary>The coordinates between which a number counts as a value that is on a step.</summary>
    internal (double Low, double High) CellOf(double value)
    {
        double half = (Step ?? 0) / 2;
        return (Coordinate(Math.Max(value - half, LowEdge)), Coordinate(value + half));
    }

    private double ValueOf(double index)
    {
        return Math.Min(Minimum + (index * (Step ?? 0)), Maximum);
    }
}
