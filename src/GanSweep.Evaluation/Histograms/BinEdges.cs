using GanSweep.Evaluation.Columns;

namespace GanSweep.Evaluation.Histograms;

/// <summary>
/// The edges between the bins of a column. Bins are of equal frequency; an atom, a value that many rows share, is a bin of its own, lest what
/// lies below it or between two be counted with it.
/// </summary>
internal static class BinEdges
{
    // A value is an atom that so many rows have, and a share of one bin.
    private const int FewestRowsOfAnAtom = 5;

    /// <summary>
    /// The edges, ascending: a value belongs to the bin above as many edges as are less than it. They are the distinct quantiles at
    /// 1/bins … (bins − 1)/bins, and in place of those that are an atom, the next lower number and the atom itself.
    /// </summary>
    /// <param name="real">The cells of the real column that are there; without any there are no edges.</param>
    /// <param name="bins">How many bins a column without atoms has.</param>
    public static double[] Of(SortedColumn real, int bins)
    {
        if (real.Values.IsEmpty)
        {
            return [];
        }

        HashSet<double> atoms = AtomsOf(real.Values, bins);
        return
        [
            .. Enumerable.Range(1, bins - 1)
                .Select(part => real.Quantile(part, bins))
                .Where(edge => !atoms.Contains(edge))
                .Concat(atoms.SelectMany(atom => (double[])[Math.BitDecrement(atom), atom]))
                .Distinct()
                .Order(),
        ];
    }

    private static HashSet<double> AtomsOf(ReadOnlySpan<double> sorted, int bins)
    {
        HashSet<double> atoms = [];
        for (int start = 0, end; start < sorted.Length; start = end)
        {
            end = start + 1;
            while (end < sorted.Length && sorted[end] == sorted[start])
            {
                end++;
            }

            int rows = end - start;
            if (rows >= FewestRowsOfAnAtom && (long)rows * bins >= sorted.Length)
            {
                atoms.Add(sorted[start]);
            }
        }

        return atoms;
    }
}
