using System.Collections.Immutable;
using GanSweep.Numerics.Distributions;
using GanSweep.Tables.Text;

namespace GanSweep.Tables.Transforms;

/// <summary>
/// The transforms of a table's columns: forward before training, inverse after sampling. Every kind gives back the values it was fitted
/// on: none and quantile bit by bit (quantile also through single precision), standard and minMax to a few units in the last place of the
/// column's largest magnitude, log to a relative error of a few 1e-16 times the column's largest |ln x| (at least 1). A constant column is
/// 0 for the networks and always its constant afterwards (except under none). The inverse of a finite number is finite; of NaN, NaN
/// (but for a constant column). A column of whole numbers stays one, within its observed range, and one whose values
/// repeat gives back observed values only (<see cref="ColumnTransformParameters.Levels"/>). No inverse is the negative zero. Quantile keeps
/// all distinct values up to 2^20 in all columns together, and of more, evenly spaced ones.
/// </summary>
public sealed class TableTransform
{
    private readonly ColumnTransform[] _columns;

    private TableTransform(TransformKind kind, bool clip, ImmutableArray<ColumnTransformParameters> columns)
    {
        Kind = kind;
        Clip = clip;
        Columns = columns;
        ColumnNames = [.. columns.Select(column => column.Name)];
        _columns = [.. columns.Select(column => TransformCatalog.Of(kind).Build(column, clip))];
    }

    /// <summary>The kind of every column's transform.</summary>
    public TransformKind Kind { get; }

    /// <summary>Whether the inverse is restricted to the observed [minimum, maximum] of each column.</summary>
    public bool Clip { get; }

    /// <summary>What was fitted, one a column; all that <see cref="Restore"/> needs.</summary>
    public ImmutableArray<ColumnTransformParameters> Columns { get; }

    /// <summary>Whether it tells the distributions of the columns: <see cref="TransformKind.Quantile"/> does.</summary>
    public bool CanBeCalibrated => TransformCatalog.Of(Kind).KnowsDistribution;

    /// <summary>The number of columns.</summary>
    public int ColumnCount => _columns.Length;

    /// <summary>The columns' names, in the table's order.</summary>
    public IReadOnlyList<string> ColumnNames { get; }

    /// <summary>Fits a transform to each column of a table.</summary>
    /// <param name="kind">The kind of transform.</param>
    /// <param name="table">The real table.</param>
    /// <param name="clip">Whether the inverse is restricted to the observed range.</param>
    /// <exception cref="TransformException">A column cannot be transformed so: log of a value that is not positive, or a value too large.</exception>
    public static TableTransform Fit(TransformKind kind, Table table, bool clip)
    {
        ArgumentNullException.ThrowIfNull(table);
        return new TableTransform(
            kind,
            clip,
            [.. Enumerable.Range(0, table.ColumnCount).Select(column => TransformCatalog.Of(kind).Fit(table, column, clip))]);
    }

    /// <summary>Finds out whether <see cref="Fit"/> takes a table, in a pass over its numbers.</summary>
    /// <exception cref="TransformException">It does not.</exception>
    public static void Demand(TransformKind kind, Table table)
    {
        ArgumentNullException.ThrowIfNull(table);
        for (int column = 0; column < table.ColumnCount; column++)
        {
            TransformCatalog.Of(kind).Demand(table, column);
        }
    }

    /// <summary>Restores a fitted transform from its parameters, which are checked.</summary>
    /// <param name="kind">The kind of transform.</param>
    /// <param name="clip">Whether the inverse is restricted to the observed range.</param>
    /// <param name="columns">Parameters, one a column, of the type that belongs to the kind.</param>
    /// <exception cref="TransformException">The parameters cannot have come from a fit.</exception>
    public static TableTransform Restore(TransformKind kind, bool clip, IReadOnlyList<ColumnTransformParameters> columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        if (columns.Count == 0)
        {
            throw new TransformException("A transform has at least one column.", string.Empty);
        }

        HashSet<string> names = [];
        foreach (ColumnTransformParameters column in columns)
        {
            if (string.IsNullOrWhiteSpace(column.Name) || !names.Add(column.Name))
            {
                throw new TransformException($"Column name \"{column.Name}\" is blank or given twice; names are neither.", column.Name);
            }

            // A tab, which tables of version 0.1 could have in a name, does no harm.
            if (Unprintable.In(column.Name.Replace('\t', ' ')) is { } unprintable)
            {
                throw new TransformException($"A column's name holds {unprintable}, which a terminal or a page would act on.", column.Name);
            }

            TransformCatalog.Of(kind).Check(column);
        }

        return new TableTransform(kind, clip, [.. columns]);
    }

    /// <summary>
    /// The transform whose inverse gives what a generator says the distribution that each column had when the transform was fitted: columns
    /// are matched by rank, and what stands in one row together stays together. A generator's columns are never quite what it was shown, and
    /// what is known of each column by itself need not be learned. A column in which a value is not finite stays as it is.
    /// </summary>
    /// <param name="generated">Rows that the generator says, <c>[rows, columns]</c>, at least two.</param>
    /// <exception cref="NotSupportedException">It cannot be (<see cref="CanBeCalibrated"/>).</exception>
    public TableTransform Calibrated(ReadOnlySpan<float> generated)
    {
        int rows = generated.Length / ColumnCount;
        double[] normalScores = new double[rows];
        for (int rank = 0; rank < rows; rank++)
        {
            normalScores[rank] = StandardNormal.Quantile((rank + 0.5) / rows);
        }

        float[] values = new float[rows];
        ColumnTransformParameters[] columns = [.. Columns];
        for (int column = 0; column < columns.Length; column++)
        {
            for (int row = 0, at = column; row < rows; row++, at += ColumnCount)
            {
                values[row] = generated[at];
            }

            Array.Sort(values);
            if (float.IsFinite(values[0]) && float.IsFinite(values[^1]))
            {
                columns[column] = TransformCatalog.Of(Kind).Calibrate(columns[column], new GeneratedColumn(values, normalScores));
            }
        }

        return new TableTransform(Kind, Clip, [.. columns]);
    }

    /// <summary>One value of a column, in double precision.</summary>
    /// <param name="column">The column, from 0.</param>
    /// <param name="value">A value of the table.</param>
    public double Forward(int column, double value)
    {
        return _columns[column].Forward(value);
    }

    /// <summary>The inverse of <see cref="Forward(int, double)"/>.</summary>
    /// <param name="column">The column, from 0.</param>
    /// <param name="score">A transformed value.</param>
    public double Inverse(int column, double score)
    {
        return _columns[column].Inverse(score);
    }

    /// <summary>Transforms a table to what the networks see.</summary>
    /// <param name="table">A table with the columns that the transform was fitted on.</param>
    /// <returns><c>[rows, columns]</c>, row-major.</returns>
    public float[] Forward(Table table)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (table.ColumnCount != ColumnCount)
        {
            throw new ArgumentException($"The table has {table.ColumnCount} columns; the transform was fitted on {ColumnCount}.", nameof(table));
        }

        float[] values = new float[table.RowCount * ColumnCount];
        for (int column = 0; column < ColumnCount; column++)
        {
            ColumnTransform transform = _columns[column];
            int at = column;
            foreach (double value in table.Column(column))
            {
                values[at] = (float)transform.Forward(value);
                at += ColumnCount;
            }
        }

        return values;
    }

    /// <summary>Transforms generated values back, into new arrays.</summary>
    /// <param name="values"><c>[rows, columns]</c>, row-major.</param>
    /// <returns><c>[columns][rows]</c>.</returns>
    public double[][] Inverse(ReadOnlySpan<float> values)
    {
        int rows = values.Length / ColumnCount;
        double[][] columns = [.. Enumerable.Range(0, ColumnCount).Select(_ => new double[rows])];
        Inverse(values, columns);
        return columns;
    }

    /// <summary>Transforms generated values back, into the caller's arrays.</summary>
    /// <param name="values"><c>[rows, columns]</c>, row-major.</param>
    /// <param name="columns"><c>[columns][at least rows]</c>; what is beyond the rows is left alone.</param>
    public void Inverse(ReadOnlySpan<float> values, double[][] columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        if (values.Length % ColumnCount != 0 || columns.Length != ColumnCount)
        {
            throw new ArgumentException(
                $"{values.Length} values into {columns.Length} columns; the transform has {ColumnCount} columns.", nameof(values));
        }

        for (int column = 0; column < ColumnCount; column++)
        {
            ColumnTransform transform = _columns[column];
            Span<double> destination = columns[column].AsSpan(0, values.Length / ColumnCount);
            for (int row = 0, at = column; row < destination.Length; row++, at += ColumnCount)
            {
                destination[row] = transform.Inverse(values[at]);
            }
        }
    }
}
