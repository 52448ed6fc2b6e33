using System.Collections.Immutable;
using GanSweep.Contracts.Runs;

namespace GanSweep.Contracts.Sweeps;

/// <summary>One of the best configurations of a search, trained again under seeds that nothing was chosen by.</summary>
/// <param name="Configuration">Its number, from 1.</param>
/// <param name="Config">What it is.</param>
/// <param name="SearchTotal">The mean total that it was chosen by.</param>
/// <param name="Runs">The runs under fresh seeds that have ended with a total.</param>
/// <param name="Median">The median of their totals; null before there is one.</param>
/// <param name="Lowest">Where the middle 90 % of their totals begin.</param>
/// <param name="Highest">Where they end.</param>
/// <param name="Lost">How many of the runs under fresh seeds have ended without a total: they failed, or are excluded.</param>
/// <param name="Place">Its place in the search, from 1: the search alone would have taken the first.</param>
[GenerateSerializer, Immutable, Alias("GanSweep.ConfirmedConfiguration")]
public sealed record ConfirmedConfiguration(
    [property: Id(0)] int Configuration,
    [property: Id(1)] RunConfiguration Config,
    [property: Id(2)] double SearchTotal,
    [property: Id(3)] ImmutableArray<int> Runs,
    [property: Id(4)] double? Median,
    [property: Id(5)] double? Lowest,
    [property: Id(6)] double? Highest,
    [property: Id(7)] int Lost,
    [property: Id(8)] int Place)
{
    /// <summary>
    /// By how much the search has flattered it: the median under fresh seeds less the total that it was chosen by, which is low by luck too, since the lowest was chosen; null before there is a
    /// median.
    /// </summary>
    public double? Flattery => Median - SearchTotal;
}
