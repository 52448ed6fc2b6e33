namespace GanSweep.Search.Domains;

/// <summary>One of some choices that have no order; its value is the index of the choice.</summary>
/// <param name="Count">How many choices there are, 1 or more.</param>
/// <exception cref="ArgumentOutOfRangeException">There is no choice.</exception>
public sealed record ChoiceParameter(int Count) : Parameter
{
    /// <summary>How many choices there are, 1 or more.</summary>
    public int Count { get; } = Count >= 1 ? Count : throw new ArgumentOutOfRangeException(nameof(Count), Count, "A choice is among one or more.");

    /// <inheritdoc/>
    public override double FromUnit(double u)
    {
        return PartOf(u, Count);
    }
}
