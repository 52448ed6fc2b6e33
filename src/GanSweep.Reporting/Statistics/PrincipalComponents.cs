using GanSweep.Tables;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace GanSweep.Reporting.Statistics;

/// <summary>
/// The principal components of a table whose columns are standardised, constant columns left out: the eigenvectors of its correlation
/// matrix. The sign of each is such that its largest weight is positive.
/// </summary>
internal sealed class PrincipalComponents
{
    private readonly int[] _columns;
    private readonly ColumnSummary[] _summaries;
    private readonly double[][] _weights;

    private PrincipalComponents(int[] columns, ColumnSummary[] summaries, double[][] weights, double[] explained)
    {
        (_columns, _summaries, _weights, Explained) = (columns, summaries, weights, explained);
    }

    /// <summary>The share of the variance that each component explains, the largest first; as many as columns that vary.</summary>
    public IReadOnlyList<double> Explained { get; }

    /// <summary>Finds the components of a table.</summary>
    public static PrincipalComponents Of(Table table)
    {
        ColumnSummary[] all = [.. Enumerable.Range(0, table.ColumnCount).Select(column => TableStatistics.Describe(table.Column(column)))];
        int[] columns = [.. Enumerable.Range(0, all.Length).Where(column => all[column].Min < all[column].Max)];
        if (columns.Length == 0)
        {
            return new PrincipalComponents([], [], [], []);
        }

        double[,] correlations = TableStatistics.Pearson(table);
        Matrix<double> matrix = Matrix<double>.Build.Dense(columns.Length, columns.Length, (i, j) => correlations[columns[i], columns[j]]);
        Evd<double> eigen = matrix.Evd(Symmetricity.Symmetric);

        // Eigenvalues come in ascending order, and a vanishing one may come out just below 0.
        int[] order = [.. Enumerable.Range(0, columns.Length).Reverse()];
        double[] values = [.. order.Select(index => Math.Max(0, eigen.EigenValues[index].Real))];
        double[][] weights = [.. order.Select(index => Oriented(eigen.EigenVectors.Column(index).ToArray()))];
        return new PrincipalComponents(
            columns, [.. columns.Select(column => all[column])], weights, [.. values.Select(value => value / values.Sum())]);
    }

    /// <summary>The coordinates of a table's rows on a component, <c>[rows]</c>; standardised as the table that the components are of.</summary>
    /// <param name="table">A table of the same columns.</param>
    /// <param name="component">The component, from 0.</param>
    public double[] Project(Table table, int component)
    {
        double[] coordinates = new double[table.RowCount];
        for (int i = 0; i < _columns.Length; i++)
        {
            ReadOnlySpan<double> values = table.Column(_columns[i]);
            for (int row = 0; row < coordinates.Length; row++)
            {
                coordinates[row] += _weights[component][i] * (values[row] - _summaries[i].Mean) / _summaries[i].Std;
            }
        }

        return coordinates;
    }

    private static double[] Oriented(double[] weights)
    {
        double largest = weights.MaxBy(Math.Abs);
        return largest < 0 ? [.. weights.Select(weight => -weight)] : weights;
    }
}
