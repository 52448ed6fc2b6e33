using GanSweep.Evaluation.Baselines.Trees;
using GanSweep.Evaluation.Moments;
using GanSweep.Numerics.Randomness;
using GanSweep.Tables;

namespace GanSweep.Evaluation.Baselines;

/// <summary>
/// Columns one after the other, each from a tree of those before it (Reiter, "Using CART to generate partially synthetic, public use microdata", 2005;
/// Nowok, Raab and Dibben, "synthpop", 2016): the first is drawn with replacement, and of every other a row gets the cell of a random row of its leaf.
/// Levels have a classification tree, missing a level; numbers and dates a regression tree, and if cells are missing a classification tree before it
/// that says which.
/// </summary>
/// <remarks>
/// A column's tree looks at the 32 columns before it at most, and trees are grown on evenly spaced rows: at most 16,384, and 2^23 / (pairs of a column
/// and one that its tree looks at), but at least 1,024.
/// </remarks>
internal sealed class Cart : IBaseline
{
    private const int MostPredictors = 32;
    private const int MostRows = 1 << 14;
    private const int FewestRows = 1024;
    private const long MostCells = 1L << 23;
    private const long Step = 3L << 32;

    public string Name => "cart";

    public Table Draw(Table training, int rows)
    {
        long pairs = Enumerable.Range(0, training.ColumnCount).Sum(column => (long)Math.Min(column, MostPredictors));
        Table fitted = training.Thinned((int)Math.Clamp(MostCells / Math.Max(pairs, 1), FewestRows, MostRows));
        CodedColumn[] columns = [.. Enumerable.Range(0, fitted.ColumnCount).Select(column => new CodedColumn(fitted, column))];
        int[][] drawn = new int[columns.Length][];
        for (int column = 0; column < columns.Length; column++)
        {
            Range before = Math.Max(column - MostPredictors, 0)..column;
            drawn[column] = DrawColumn(fitted, column, columns[column], columns[before], drawn[before], rows);
        }

        return training.WithRows([.. columns.Zip(drawn, (column, codes) => codes.Select(column.ValueOf).ToArray())]);
    }

    private static int[] DrawColumn(Table table, int index, CodedColumn column, CodedColumn[] predictors, int[][] drawn, int rows)
    {
        int[] all = [.. Enumerable.Range(0, table.RowCount)];
        if (column.HasLevels)
        {
            CartTree levels = CartTree.Grow(predictors, new GiniTarget(column.Codes, column.Missing + 1), all);
            return FromLeaves(levels, column.Codes, drawn, rows, Step + (2 * index));
        }

        int[] present = [.. all.Where(row => column.Codes[row] != column.Missing)];
        int[] isMissing = [.. column.Codes.Select(code => code == column.Missing ? 1 : 0)];
        if (present.Length == 0)
        {
            return [.. Enumerable.Repeat(column.Missing, rows)];
        }

        CartTree values = CartTree.Grow(predictors, new VarianceTarget(Centred(table, index)), present);
        int[] made = FromLeaves(values, column.Codes, drawn, rows, Step + (2 * index));
        if (present.Length < all.Length)
        {
            CartTree missing = CartTree.Grow(predictors, new GiniTarget(isMissing, 2), all);
            int[] lacks = FromLeaves(missing, isMissing, drawn, rows, Step + (2 * index) + 1);
            made = [.. made.Zip(lacks, (code, lack) => lack == 1 ? column.Missing : code)];
        }

        return made;
    }

    private static int[] FromLeaves(CartTree tree, int[] codes, int[][] drawn, int rows, long step)
    {
        float[] choices = new float[rows];
        new CounterRandom(0, RandomPurpose.Baseline, step).FillUniform(choices);
        int[] made = new int[rows];
        for (int row = 0; row < rows; row++)
        {
            ReadOnlySpan<int> leaf = tree.LeafOf(drawn, row);
            made[row] = codes[leaf[(int)((double)choices[row] * leaf.Length)]];
        }

        return made;
    }

    private static double[] Centred(Table table, int column)
    {
        ColumnMoments moments = ColumnMoments.TryOf(table.Present(column))!.Value;
        double[] centred = new double[table.RowCount];
        CentredSums.Centre(table.Column(column), moments.Mean, moments.Scale, centred);
        return centred;
    }
}
