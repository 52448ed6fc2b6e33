using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GanSweep.Evaluation.Boosting.Trees;

/// <summary>
/// Finds how a node is best divided: by the gain G²_left / H_left + G²_right / H_right − G² / H, G and H the sums of gradients and hessians, over all bins
/// of all columns; of equal gains the first counts. Each side has at least 20 rows and hessians that sum to 10⁻³.
/// </summary>
internal static class SplitSearch
{
    /// <summary>No leaf has fewer rows.</summary>
    public const int FewestInALeaf = 20;

    /// <summary>The hessians of no leaf sum to less.</summary>
    public const double LeastHessian = 1e-3;

    private const double Tiny = 1e-15;

    /// <summary>What a leaf of these sums says, one step of Newton's: −G / H.</summary>
    public static double ValueOf(Vector256<double> sums)
    {
        return -sums[0] / (sums[1] + Tiny);
    }

    /// <summary>The best split of a node; its gain is 0 if there is none.</summary>
    /// <param name="bins">The bins.</param>
    /// <param name="columns">The columns that the histogram is of.</param>
    /// <param name="histogram">The sums of every bin.</param>
    /// <param name="sums">The sums of the node.</param>
    public static TreeSplit Best(TableBins bins, ReadOnlySpan<int> columns, Histogram histogram, Vector256<double> sums)
    {
        TreeSplit best = default;
        for (int i = 0; i < columns.Length; i++)
        {
            int column = columns[i];
            ReadOnlySpan<byte> ofColumn = histogram.Bins(i);
            ReadOnlySpan<Vector256<double>> ofBins = histogram.Sums(i);
            if (ofColumn[^1] == bins.Missing(column))
            {
                // All that are there against all that are missing is a split too.
                best = BestOf(column, ofColumn[..^1], ofBins[..^1], Vector256<double>.Zero, false, sums, best);
                best = BestOf(column, ofColumn[..^1], ofBins[..^1], ofBins[^1], true, sums, best);
            }
            else
            {
                best = BestOf(column, ofColumn, ofBins, Vector256<double>.Zero, false, sums, best);
            }
        }

        return best;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static TreeSplit BestOf(
        int column,
        ReadOnlySpan<byte> bins,
        ReadOnlySpan<Vector256<double>> ofBins,
        Vector256<double> left,
        bool missingGoesLeft,
        Vector256<double> sums,
        TreeSplit best)
    {
        double ofNode = Reduction(sums);
        double gain = best.Gain;
        double rows = sums[2];
        int found = -1;
        Vector256<double> ofFound = default;
        for (int i = 0; i < ofBins.Length; i++)
        {
            left += ofBins[i];
            if (rows - left[2] < FewestInALeaf)
            {
                break;
            }

            if (left[2] < FewestInALeaf)
            {
                continue;
            }

            // Both sides at once.
            Vector256<double> right = sums - left;
            Vector128<double> hessians = Vector128.Create(left[1], right[1]);
            if (Vector128.LessThanAny(hessians, Vector128.Create(LeastHessian)))
            {
                continue;
            }

            Vector128<double> gradients = Vector128.Create(left[0], right[0]);
            Vector128<double> reductions = gradients * gradients / (hessians + Vector128.Create(Tiny));
            double gained = reductions[0] + reductions[1] - ofNode;
            if (gained > gain)
            {
                (gain, found, ofFound) = (gained, i, left);
            }
        }

        return found < 0 ? best : new TreeSplit(column, bins[found], missingGoesLeft, gain, ofFound);
    }

    // By how much the best value of some rows lowers twice their loss.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Reduction(Vector256<double> sums)
    {
        return sums[0] * sums[0] / (sums[1] + Tiny);
    }
}
