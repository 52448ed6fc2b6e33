using System.Collections.Immutable;
using System.Text.Json;
using GanSweep.Tables.Rules;
using GanSweep.Tables.Schema;

namespace GanSweep.Tables.Transforms;

/// <summary>
/// One kind of transform: which columns it takes, what it keeps of one, and the way there and back. Each <see cref="TransformKind"/> is one
/// class that derives from <see cref="Transform{TParameters}"/> and is found by that; what holds for every kind, such as whole numbers and
/// their levels, bounds and constants, stands here once.
/// </summary>
internal abstract class Transform
{
    /// <summary>The kind that this class is.</summary>
    public abstract TransformKind Kind { get; }

    /// <summary>What a generator's file calls its parameters; kinds with parameters of one type share it.</summary>
    public abstract string StoredName { get; }

    /// <summary>The type of its parameters.</summary>
    public abstract Type ParametersType { get; }

    /// <summary>The largest magnitude it takes: sums and differences of values must stay within a double.</summary>
    protected virtual double Largest => 1e300;

    /// <summary>The smallest value that the inverse gives where nothing else bounds it.</summary>
    protected virtual double Lowest => double.MinValue;

    /// <summary>Whether a column with one distinct value is 0 for the networks and that value afterwards, whatever they say.</summary>
    protected virtual bool HidesConstants => true;

    /// <summary>Finds out whether a column of amounts can be fitted.</summary>
    /// <param name="table">What is learnt.</param>
    /// <param name="column">The column's number.</param>
    /// <param name="part">What it is of a column of the table; null if it is that column.</param>
    /// <exception cref="TransformException">It has no rows, or a value that this kind does not take.</exception>
    public void Demand(Table table, int column, LearntPart? part)
    {
        string name = part?.Column ?? table.ColumnNames[column];
        ReadOnlySpan<double> values = table.Column(column);
        if (values.IsEmpty)
        {
            throw new TransformException($"Column \"{name}\" has no rows; a transform is fitted on at least one.", name);
        }

        for (int row = 0; row < values.Length; row++)
        {
            if (!double.IsNaN(values[row]) && Refusal(values[row]) is { } reason)
            {
                throw new TransformException(
                    $"Column \"{name}\"{(part is null ? string.Empty : $" ({part.Part})")} has {values[row]} in data row {row + 1}; transform \"{JsonNamingPolicy.CamelCase.ConvertName(Kind.ToString())}\" {reason}",
                    name, row + 1, values[row]);
            }
        }
    }

    /// <summary>Fits the cells of a column of amounts that are there, of which there is at least one.</summary>
    /// <param name="table">What is learnt.</param>
    /// <param name="column">The column's number.</param>
    /// <param name="clip">Whether the inverse is restricted to the range that is told.</param>
    /// <param name="minimumCount">The rows that a value is told of; from 1, which tells every value.</param>
    /// <param name="part">What it is of a column of the table; null if it is that column.</param>
    /// <exception cref="TransformException">As from <see cref="Demand"/>.</exception>
    public ColumnTransformParameters Fit(Table table, int column, bool clip, int minimumCount, LearntPart? part)
    {
        Demand(table, column, part);
        var observed = ObservedColumn.Of(table, column, clip, minimumCount);
        return Fit(observed) with
        {
            Whole = observed.Whole,
            Decimals = observed.Whole ? null : observed.Decimals,
            Levels = observed.Levels,
            Weekdays = observed.Weekdays,
            Outcomes = observed.Outcomes,
        };
    }

    /// <summary>Holds parameters from outside to what a fit can give.</summary>
    /// <exception cref="TransformException">They cannot have come from a fit.</exception>
    public void Check(ColumnTransformParameters column)
    {
        column.Demand(double.IsFinite(column.Maximum - column.Minimum) && column.Minimum <= column.Maximum, "minimum and maximum are not a range");
        bool isWhole = Math.Floor(column.Minimum) == column.Minimum && Math.Floor(column.Maximum) == column.Maximum;
        column.Demand(!column.Whole || isWhole, "a column of whole numbers has a range of whole numbers");
        bool hasLevels = column.Levels is not { } levels || (column.Whole && ColumnLevels.AreOf(levels, column.Minimum, column.Maximum));
        column.Demand(hasLevels, "its levels are not increasing whole numbers from its minimum to its maximum");
        column.Demand(column.Decimals is null or (>= 1 and <= ColumnDecimals.Most), $"its decimals are not from 1 to {ColumnDecimals.Most}");
        column.Demand(column.Weekdays is null || (column.Whole && column.Weekdays is >= 1 and < ColumnWeekdays.All), "its weekdays are not some of the seven");
        if (column.GetType() != ParametersType)
        {
            throw new TransformException($"Column \"{column.Name}\" has parameters of another kind of transform than \"{Kind}\".", column.Name);
        }

        CheckOwn(column);
    }

    /// <summary>The fitted transform.</summary>
    public ColumnTransform Build(ColumnTransformParameters column, bool clip)
    {
        if (HidesConstants && column.Minimum == column.Maximum)
        {
            return new ColumnTransform(new ColumnMap(_ => 0, _ => column.Minimum), column.Minimum, column.Maximum);
        }

        // Rounding makes no zero of a column that has one sign.
        double unit = column.Decimals is { } decimals ? ColumnDecimals.UnitOf(decimals) : 0;
        bool isBounded = clip || column.Whole;
        double low = isBounded ? column.Minimum : column.Minimum > 0 && unit > 0 ? unit : Lowest;
        double high = isBounded ? column.Maximum : column.Maximum < 0 && unit > 0 ? -unit : double.MaxValue;
        return new ColumnTransform(Map(column), low, high)
        {
            Decimals = column.Whole ? 0 : column.Decimals,
            Levels = column.Levels?.ToArray(),
            Weekdays = column.Weekdays,
        };
    }

    /// <summary>Whether its parameters tell the distribution of the column, so that it can be given to a generator's.</summary>
    public virtual bool KnowsDistribution => false;

    /// <summary>The parameters whose inverse gives a generator's column the distribution that the real one has.</summary>
    /// <exception cref="NotSupportedException">This kind does not know it.</exception>
    public abstract ColumnTransformParameters Calibrate(ColumnTransformParameters column, GeneratedColumn generated);

    /// <summary>Why a value is not taken, as the end of a sentence about the transform; null if it is.</summary>
    protected virtual string? Refusal(double value)
    {
        return Math.Abs(value) <= Largest ? null : $"takes numbers from {-Largest} to {Largest}. Give the column in larger units.";
    }

    /// <summary>Fits a column whose values are all taken.</summary>
    protected abstract ColumnTransformParameters Fit(ObservedColumn column);

    /// <summary>Checks what is this kind's alone.</summary>
    protected abstract void CheckOwn(ColumnTransformParameters column);

    /// <summary>Both directions of a column that is not constant.</summary>
    protected abstract ColumnMap Map(ColumnTransformParameters column);
}
