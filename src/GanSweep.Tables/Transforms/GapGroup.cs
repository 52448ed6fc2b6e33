using System.Collections.Immutable;

namespace GanSweep.Tables.Transforms;

/// <summary>
/// Columns of which a row lacks what real rows lack: which of their cells are missing is one choice among patterns, not one of each column with noise of its own.
/// </summary>
/// <param name="Columns">Their names, at least two.</param>
/// <param name="Patterns">What rows lack, all different: for each of the columns 1 where its cell is missing, 0 where it is there.</param>
/// <param name="Shares">The share of the fitted rows that have each pattern; above 0.</param>
/// <param name="Biases">
/// What is added to what a generator says of each before the largest is taken. 0 before it is calibrated; then what gives its rows the shares of the real ones.
/// </param>
public sealed record GapGroup(ImmutableArray<string> Columns, ImmutableArray<string> Patterns, ImmutableArray<double> Shares, ImmutableArray<float> Biases)
{
    /// <summary>The most patterns of a group.</summary>
    public const int MostPatterns = 64;

    /// <summary>What a pattern has for a cell that is missing.</summary>
    internal const char Missing = '1';

    /// <summary>What a pattern has for a cell that is there.</summary>
    internal const char There = '0';
}
