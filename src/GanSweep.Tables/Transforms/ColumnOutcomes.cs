using System.Collections.Immutable;

namespace GanSweep.Tables.Transforms;

/// <summary>What a cell can be: one of some levels, missing, or an amount that a model says beside.</summary>
/// <param name="Codes">The outcomes, all different: the number of a level, <see cref="Missing"/> or <see cref="Amount"/>.</param>
/// <param name="Shares">The share of the fitted rows that have each; above 0.</param>
/// <param name="Biases">
/// What is added to what a generator says of each before the largest is taken. 0 before it is calibrated; then what gives its rows the shares of the real ones.
/// </param>
public sealed record ColumnOutcomes(ImmutableArray<int> Codes, ImmutableArray<double> Shares, ImmutableArray<float> Biases)
{
    /// <summary>The cell is missing.</summary>
    public const int Missing = -1;

    /// <summary>The cell is an amount.</summary>
    public const int Amount = -2;

    /// <summary>How many there are.</summary>
    public int Count => Codes.Length;
}
