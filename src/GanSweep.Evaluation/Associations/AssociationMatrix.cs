using System.Collections.Immutable;
using GanSweep.Evaluation.Comparisons;

namespace GanSweep.Evaluation.Associations;

/// <summary>The associations of the pairs of columns of the real table that have one; of more than 16,384 pairs, of as many evenly spaced ones.</summary>
internal sealed class AssociationMatrix
{
    private AssociationMatrix(RealSide real)
    {
        TableAssociations associations = new(real.Columns, new CentredColumns(real.Table, real.Moments));
        int[] varying = [.. Enumerable.Range(0, real.Table.ColumnCount).Where(associations.Varies)];
        Pairs =
        [
            .. ColumnPairs.Of(varying)
                .Select(pair => (pair.First, pair.Second, associations.Of(pair.First, pair.Second)))
                .Where(pair => !double.IsNaN(pair.Item3)),
        ];
    }

    /// <summary>The pairs and their associations.</summary>
    public ImmutableArray<(int First, int Second, double Association)> Pairs { get; }

    /// <summary>Those of the real table.</summary>
    public static AssociationMatrix On(RealSide real)
    {
        return real.Part(side => new AssociationMatrix(side));
    }

    /// <summary>Whether there is a pair of columns that vary.</summary>
    public static bool HasPairs(RealSide real)
    {
        return !On(real).Pairs.IsEmpty;
    }

    /// <summary>
    /// <c>associationDistance</c>: mean over the pairs that have an association in the real table of |a_s − a_r|, with 0 for a pair that has none in
    /// the synthetic one; 0 without pairs, and null without levels.
    /// </summary>
    public static double? Distance(Comparison comparison)
    {
        if (!comparison.Real.HasLevels)
        {
            return null;
        }

        TableAssociations associations = new(comparison.Columns, CentredOf(comparison));
        ImmutableArray<(int First, int Second, double Association)> pairs = On(comparison.Real).Pairs;
        double sum = 0;
        foreach ((int first, int second, double ofReal) in pairs)
        {
            double association = associations.Of(first, second);
            sum += Math.Abs((double.IsNaN(association) ? 0 : association) - ofReal);
        }

        return pairs.IsEmpty ? 0 : sum / pairs.Length;
    }

    /// <summary>The synthetic measures less their means.</summary>
    public static CentredColumns CentredOf(Comparison comparison)
    {
        return comparison.Part(each => new CentredColumns(each.Synthetic, each.Moments));
    }
}
