using GanSweep.Evaluation.Columns;
using GanSweep.Numerics.Distributions;
using GanSweep.Numerics.Randomness;
using GanSweep.Tables;

namespace GanSweep.Evaluation.Baselines.Copulas;

/// <summary>A normal distribution of scores, mapped to margins: columns first, then which cells are missing of those that lack any.</summary>
/// <param name="columns">The margins.</param>
/// <param name="factor">Cholesky's factor of the scores' correlations, <c>[scores, scores]</c>.</param>
internal sealed class FittedCopula(CopulaColumn[] columns, double[,] factor)
{
    private readonly int[] _partly = PartlyMissing(columns);

    /// <summary>The columns that lack cells, in the order of their scores.</summary>
    public static int[] PartlyMissing(CopulaColumn[] columns)
    {
        return [.. Enumerable.Range(0, columns.Length).Where(column => columns[column].Missing > 0)];
    }

    /// <summary>Draws rows.</summary>
    /// <param name="like">A table of the same columns.</param>
    /// <param name="rows">How many.</param>
    /// <param name="step">Of the random numbers.</param>
    public Table Draw(Table like, int rows, long step)
    {
        int count = factor.GetLength(0);
        float[] noise = new float[rows * count];
        new CounterRandom(0, RandomPurpose.Baseline, step).FillNormal(noise);
        double[][] drawn = [.. columns.Select(_ => new double[rows])];
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < count; column++)
            {
                double score = 0;
                for (int k = 0; k <= column; k++)
                {
                    score += factor[column, k] * noise[(row * count) + k];
                }

                if (column < columns.Length)
                {
                    drawn[column][row] = ValueAt(columns[column], score);
                }
                else if (IsMissingAt(columns[_partly[column - columns.Length]].Missing, score))
                {
                    drawn[_partly[column - columns.Length]][row] = double.NaN;
                }
            }
        }

        return like.WithRows(drawn);
    }

    // The upper end of the normal scores is missing.
    private static bool IsMissingAt(double share, double score)
    {
        return share == 1 || score > StandardNormal.Quantile(1 - share);
    }

    // Linear between the ordered values, or the nearer one if there is none between, and never beyond the outermost.
    private static double ValueAt(CopulaColumn column, double score)
    {
        (double[] scores, double[] values) = (column.Scores, column.Values);
        if (values.Length == 0)
        {
            return double.NaN;
        }

        int above = Array.BinarySearch(scores, score);
        above = above >= 0 ? above : ~above;
        if (above == 0 || above == scores.Length)
        {
            return values[Math.Min(above, scores.Length - 1)];
        }

        double share = (score - scores[above - 1]) / (scores[above] - scores[above - 1]);
        return column.InSteps ? values[share < 0.5 ? above - 1 : above] : Interpolation.Between(values[above - 1], values[above], share);
    }
}
