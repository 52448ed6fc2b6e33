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
    /// <param name="hasMissing">Of each column, whether cells are missing in training.</param>
    /// <param name="histogram">The sums of every bin.</param>
    /// <param name="sums">The sums of the node.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static TreeSplit Best(TableBins bins, bool[] hasMissing, ReadOnlySpan<Vector256<double>> histogram, Vector256<double> sums)
    {
        TreeSplit best = default;
        for (int column = 0; column < hasMissing.Length; column++)
        {
            int missing = bins.Missing(column);
            ReadOnlySpan<Vector256<double>> ofColumn = histogram.Slice(bins.Offsets[column], missing + 1);
            if (hasMissing[column])
            {
                // All that are there against all that are missing is a split too.
                best = BestOf(column, ofColumn[..missing], Vector256<double>.Zero, false, sums, best);
                if (ofColumn[missing][2] > 0)
                {
                    best = BestOf(column, ofColumn[..(missing - 1)], ofColumn[missing], true, sums, best);
                }
            }
            else
            {
                best = BestOf(column, ofColumn[..(missing - 1)], Vector256<double>.Zero, false, sums, best);
            }
        }

        return best;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static TreeSplit BestOf(
        int column, ReadOnlySpan<Vector256<double>> ofBins, Vector256<double> left, bool missingGoesLeft, Vector256<double> sums, TreeSplit best)
    {
        double ofNode = Reduction(sums);
        double gain = best.Gain;
        double rows = sums[2];
        int found = -1;
        Vector256<double> ofFound = default;
        for (int bin = 0; bin < ofBins.Length; bin++)
        {
            Vector256<double> ofBin = ofBins[bin];
            if (ofBin[2] == 0)
            {
                continue;
            }

            left += ofBin;
            if (rows - left[2] < FewestInALeaf)
            {
                break;
            }

            if (left[2] < FewestInALeaf)
            {
                continue;
            }

            Vector256<double> right = sums - left;
            if (left[1] < LeastHessian || right[1] < LeastHessian)
            {
                continue;
            }

            double gained = Reduction(left) + Reduction(right) - ofNode;
            if (gained > gain)
            {
                (gain, found, ofFound) = (gained, bin, left);
            }
        }

        return found < 0 ? best : new TreeSplit(column, found, missingGoesLeft, gain, ofFound);
    }

    // By how much the best value of some rows lowers twice their loss.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Reduction(Vector256<double> sums)
    {
        return sums[0] * sums[0] / (sums[1] + Tiny);
    }
}
