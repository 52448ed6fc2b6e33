using GanSweep.Evaluation.Columns;

namespace GanSweep.Evaluation.Histograms;

/// <summary>Edges of equal-frequency bins.</summary>
internal static class QuantileEdges
{
    /// <summary>The distinct quantiles of a column at 1/bins … (bins − 1)/bins, ascending.</summary>
    public static double[] Of(ReadOnlySpan<double> values, int bins)
    {
        SortedColumn sorted = new(values);
        List<double> edges = [];
        for (int k = 1; k < bins; k++)
        {
            double edge = sorted.Quantile(k, bins);
            if (edges.Count == 0 || edge > edges[^1])
            {
                edges.Add(edge);
            }
        }

        return [.. edges];
    }
}
