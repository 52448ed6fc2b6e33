using System.Collections.Immutable;
using GanSweep.Tables.Sequences;

namespace GanSweep.Reporting.Statistics;

/// <summary>
/// Rows of a real and of a synthetic table in parts that can be held against each other: every part has of each series as many rows as every other. What is most
/// extreme grows with the rows that are looked at, so it is compared between parts. The real table is one part where the synthetic one has as many rows, and else as few
/// parts as that takes.
/// </summary>
/// <param name="Real">Of each part its rows, by number of the series.</param>
/// <param name="Synthetic">Of each part its rows.</param>
/// <param name="Rows">Rows of a part.</param>
/// <param name="Missing">Real series of which there are no synthetic rows: no part has them.</param>
internal sealed record EqualStretches(ImmutableArray<ImmutableArray<Stretch>> Real, ImmutableArray<ImmutableArray<Stretch>> Synthetic, int Rows, int Missing)
{
    /// <summary>Those of two tables.</summary>
    /// <param name="real">The real rows.</param>
    /// <param name="synthetic">The synthetic rows as they follow each other.</param>
    public static EqualStretches Of(SequencedTable real, SequencedTable synthetic)
    {
        var pairs = (
            from r in real.Words.Index()
            join s in synthetic.Words.Index() on r.Item ?? "" equals s.Item ?? ""
            select (Real: r.Index, Synthetic: s.Index, Length: real.Lengths[r.Index], Drawn: synthetic.Lengths[s.Index])).ToArray();
        int parts = pairs.Select(pair => ((pair.Length - 1) / pair.Drawn) + 1).DefaultIfEmpty(1).Max();
        var cut = pairs.Select(pair => (pair.Real, pair.Synthetic, Rows: pair.Length / parts, pair.Drawn)).Where(pair => pair.Rows > 0).ToArray();
        int drawn = cut.Select(pair => pair.Drawn / pair.Rows).DefaultIfEmpty(0).Min();
        return new EqualStretches(
            [.. Enumerable.Range(0, parts).Select(part => cut.Select(pair => new Stretch(pair.Real, part * pair.Rows, pair.Rows)).ToImmutableArray())],
            [.. Enumerable.Range(0, drawn).Select(part => cut.Select(pair => new Stretch(pair.Synthetic, part * pair.Rows, pair.Rows)).ToImmutableArray())],
            cut.Sum(pair => pair.Rows),
            real.Lengths.Length - pairs.Length);
    }
}
