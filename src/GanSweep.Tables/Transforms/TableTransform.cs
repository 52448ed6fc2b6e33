using System.Collections.Immutable;
using GanSweep.Tables.Disclosure;
using GanSweep.Tables.Rules;
using GanSweep.Tables.Schema;
using GanSweep.Tables.Text;

namespace GanSweep.Tables.Transforms;

/// <summary>
/// The transforms of a table's columns: forward before training, inverse after sampling. A column of amounts is a number of what a model sees of a row; one of
/// levels is a choice among them, and where cells are missing, that is an outcome too (<see cref="FeatureLayout"/>). Of amounts, every kind gives back the values it was fitted
/// on: none and quantile bit by bit (quantile also through single precision), standard and minMax to a few units in the last place of the
/// column's largest magnitude, log to a relative error of a few 1e-16 times the column's largest |ln x| (at least 1). A constant column is
/// 0 for the networks and always its constant afterwards (except under none). The inverse of a finite number is finite; of NaN, NaN
/// (but for a constant column). A column of whole numbers stays one, within its observed range, and one whose values
/// repeat gives back observed values only (<see cref="ColumnTransformParameters.Levels"/>). No inverse is the negative zero. Quantile keeps
/// all distinct values up to 2^20 in all columns together, and of more, evenly spaced ones.
/// </summary>
public sealed class TableTransform
{
    private readonly ColumnEncoding[] _columns;
    private readonly int[] _starts;
    private readonly GapChoice[] _gaps;

    private TableTransform(TransformKind kind, bool clip, RuledTable rules, ImmutableArray<ColumnTransformParameters> columns, ImmutableArray<GapGroup> gaps)
    {
        Kind = kind;
        Clip = clip;
        Rules = rules;
        Columns = columns;
        Gaps = gaps;
        ColumnNames = [.. columns.Select(column => column.Name)];
        _columns = [.. columns.Select(column => Encode(kind, clip, column))];
        _starts = new int[_columns.Length];
        int count = 0;
        for (int column = 0; column < _columns.Length; column++)
        {
            _starts[column] = count;
            count += _columns[column].FeatureCount;
        }

        Features = new FeatureLayout(count, [.. _columns.Zip(_starts).Select(column => column.First.ChoiceAt(column.Second)).OfType<FeatureChoice>()]);
        _gaps = [.. gaps.Select(ChoiceOf)];
    }

    /// <summary>The kind of every column's transform.</summary>
    public TransformKind Kind { get; }

    /// <summary>Whether the inverse is restricted to the observed [minimum, maximum] of each column.</summary>
    public bool Clip { get; }

    /// <summary>What was fitted, one for each column that is learnt; with the rules all that <see cref="Restore"/> needs.</summary>
    public ImmutableArray<ColumnTransformParameters> Columns { get; }

    /// <summary>Columns whose missing cells are one choice; none is in two groups.</summary>
    public ImmutableArray<GapGroup> Gaps { get; }

    /// <summary>The rules of the table, and what is learnt in its place.</summary>
    public RuledTable Rules { get; }

    /// <summary>What the table's columns are.</summary>
    public ImmutableArray<ColumnSchema> Schema => Rules.Schema;

    /// <summary>What a model sees of a row.</summary>
    public FeatureLayout Features { get; }

    /// <summary>Whether it tells the distributions of columns: <see cref="TransformKind.Quantile"/> does of amounts, and every kind of choices.</summary>
    public bool CanBeCalibrated => TransformCatalog.Of(Kind).KnowsDistribution || Features.Choices.Length > 0;

    /// <summary>The number of columns that are learnt.</summary>
    public int ColumnCount => _columns.Length;

    /// <summary>Their names, in the table's order.</summary>
    public IReadOnlyList<string> ColumnNames { get; }

    /// <summary>Fits a transform to each column of a table.</summary>
    /// <param name="kind">The kind of transform.</param>
    /// <param name="table">The real table.</param>
    /// <param name="clip">Whether the inverse is restricted to the observed range.</param>
    /// <param name="rules">What holds in every row of the table, and so in every row of the inverse; nothing, if it is left out.</param>
    /// <exception cref="TransformException">A column cannot be transformed so: log of a value that is not positive, or a value too large.</exception>
    public static TableTransform Fit(TransformKind kind, Table table, bool clip, ImmutableArray<RowRule> rules = default)
    {
        return Fit(kind, table, clip, rules, minimumCount: 1, out _);
    }

    /// <summary>Fits a transform to what may be told of a table, and transforms the table's rows.</summary>
    /// <param name="kind">The kind of transform.</param>
    /// <param name="table">The real table.</param>
    /// <param name="clip">Whether the inverse is restricted to the range that is told.</param>
    /// <param name="rules">What holds in every row of the table, and so in every row of the inverse.</param>
    /// <param name="minimumCount">
    /// The rows that a value is told of; from 1, which tells every value. Rarer ones enter neither the transform nor what the rules remember: an amount is told as a
    /// mean of as many neighbours (<see cref="Microaggregation"/>), in place of a word stands one that enough rows have (<see cref="RareCells"/>).
    /// </param>
    /// <param name="rows"><c>[rows, features]</c>, row-major: what the networks see of the table, rare words replaced.</param>
    /// <exception cref="TransformException">A column cannot be transformed so: log of a value that is not positive, or a value too large.</exception>
    public static TableTransform Fit(TransformKind kind, Table table, bool clip, ImmutableArray<RowRule> rules, int minimumCount, out float[] rows)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentOutOfRangeException.ThrowIfLessThan(minimumCount, 1);
        var ruled = RuledTable.Fit(rules.IsDefault ? [] : rules, table, minimumCount, out Table learnt);
        Transform ofAmounts = TransformCatalog.Of(kind);
        ImmutableArray<ColumnTransformParameters> columns =
        [
            .. Enumerable.Range(0, learnt.ColumnCount).Select(column => LevelFit.IsOfLevels(learnt, column)
                ? LevelFit.Of(learnt, column)
                : ofAmounts.Fit(learnt, column, clip, minimumCount, ruled.PartOf(learnt.ColumnNames[column]))),
        ];
        TableTransform fitted = new(kind, clip, ruled, columns, GapGroups.Of(learnt));
        rows = fitted.ForwardLearnt(learnt);
        return fitted;
    }

    /// <summary>Finds out whether <see cref="Fit(TransformKind, Table, bool, ImmutableArray{RowRule})"/> takes a table, and memory what <see cref="Forward(Table)"/> makes of it, by the numbers that are learnt in its place.</summary>
    /// <param name="kind">The kind of transform.</param>
    /// <param name="rules">The rules that were fitted to the table.</param>
    /// <param name="learnt">What is learnt in its place, as they give it.</param>
    /// <exception cref="TransformException">It does not.</exception>
    public static void Demand(TransformKind kind, RuledTable rules, Table learnt)
    {
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(learnt);
        Demand(kind, rules, learnt, FeatureRoom.Most);
    }

    /// <inheritdoc cref="Demand(TransformKind, RuledTable, Table)"/>
    /// <param name="kind">The kind of transform.</param>
    /// <param name="rules">The rules that were fitted to the table.</param>
    /// <param name="learnt">What is learnt in its place, as they give it.</param>
    /// <param name="most">The most numbers of all rows that there is room for.</param>
    internal static void Demand(TransformKind kind, RuledTable rules, Table learnt, long most)
    {
        int features = 0;
        (string Column, int Features) widest = default;
        for (int column = 0; column < learnt.ColumnCount; column++)
        {
            string name = learnt.ColumnNames[column];
            LearntPart? part = rules.PartOf(name);
            if (!LevelFit.IsOfLevels(learnt, column))
            {
                TransformCatalog.Of(kind).Demand(learnt, column, part);
            }

            int own = LevelFit.FeatureCountOf(learnt, column);
            features += own;
            widest = own > widest.Features ? (part?.Column ?? name, own) : widest;
        }

        FeatureRoom.Demand(learnt.RowCount, features, most, widest);
    }

    /// <summary>How many numbers a model sees of a row of a table, rules left out.</summary>
    public static int FeatureCountOf(Table table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return Enumerable.Range(0, table.ColumnCount).Sum(column => LevelFit.FeatureCountOf(table, column));
    }

    /// <summary>Restores a fitted transform from its parameters, which are checked.</summary>
    /// <param name="kind">The kind of transform.</param>
    /// <param name="clip">Whether the inverse is restricted to the observed range.</param>
    /// <param name="columns">Parameters, one a column, of the type that belongs to the kind, or to levels.</param>
    /// <param name="rules">The rules, and what the table's columns are; numbers without rules, if it is left out.</param>
    /// <param name="gaps">Columns whose missing cells are one choice; none, if it is left out.</param>
    /// <exception cref="TransformException">The parameters cannot have come from a fit.</exception>
    public static TableTransform Restore(
        TransformKind kind, bool clip, IReadOnlyList<ColumnTransformParameters> columns, RuledTable? rules = null, ImmutableArray<GapGroup> gaps = default)
    {
        ArgumentNullException.ThrowIfNull(columns);
        RuledTable ruled = rules ?? RuledTable.Restore([], [.. columns.Select(column => new ColumnSchema(column.Name))]);
        ImmutableArray<ColumnSchema> known = ruled.Learnt;
        if (!known.Select(column => column.Name).SequenceEqual(columns.Select(column => column.Name)))
        {
            throw new TransformException("The transform's columns are not those of the schema.", string.Empty);
        }

        if (columns.Count == 0)
        {
            throw new TransformException("A transform has at least one column.", string.Empty);
        }

        HashSet<string> names = [];
        foreach ((ColumnTransformParameters column, ColumnSchema columnSchema) in columns.Zip(known))
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

            Check(kind, column, columnSchema);
        }

        ImmutableArray<GapGroup> groups = gaps.IsDefault ? [] : gaps;
        GapCheck.Demand(groups, columns);
        return new TableTransform(kind, clip, ruled, [.. columns], groups);
    }

    /// <summary>
    /// The transform whose inverse gives what a generator says the distribution that each column had when the transform was fitted: amounts are matched by rank,
    /// outcomes by their shares (<see cref="OutcomeCalibration"/>), and what stands in one row together stays together. A generator's columns are never quite
    /// what it was shown, and what is known of each column by itself need not be learned. A column in which a value is not finite stays as it is.
    /// </summary>
    /// <param name="generated">Rows that the generator says, <c>[rows, features]</c>, at least two.</param>
    /// <exception cref="NotSupportedException">It cannot be (<see cref="CanBeCalibrated"/>).</exception>
    public TableTransform Calibrated(ReadOnlySpan<float> generated)
    {
        if (!CanBeCalibrated)
        {
            throw new NotSupportedException($"{Kind} does not know the distribution of a column.");
        }

        (ImmutableArray<ColumnTransformParameters> columns, ImmutableArray<GapGroup> gaps) = TransformCalibration.Of(this, generated);
        return new TableTransform(Kind, Clip, Rules, columns, gaps);
    }

    /// <summary>The transform of a table whose columns have but the words that the inverse gives.</summary>
    public TableTransform WithoutUnusedLevels()
    {
        return UsedLevels.Of(this);
    }

    /// <summary>The words of a column that the inverse gives: those that too few fitted rows have are not among them.</summary>
    /// <param name="column">The name of a column of levels.</param>
    public IEnumerable<string> ToldLevelsOf(string column)
    {
        ColumnSchema schema = Schema.First(each => each.Name == column);
        return UsedLevels.UsedIn(this, column).Select(level => schema.Levels[level]);
    }

    /// <summary>One amount of a column, in double precision.</summary>
    /// <param name="column">The column, from 0.</param>
    /// <param name="value">A value of the table.</param>
    public double Forward(int column, double value)
    {
        return AmountOf(column).Forward(value);
    }

    /// <summary>The inverse of <see cref="Forward(int, double)"/>.</summary>
    /// <param name="column">The column, from 0.</param>
    /// <param name="score">A transformed value.</param>
    public double Inverse(int column, double score)
    {
        return AmountOf(column).Inverse(score);
    }

    /// <summary>Transforms a table to what the networks see.</summary>
    /// <param name="table">A table with the columns that the transform was fitted on.</param>
    /// <returns><c>[rows, features]</c>, row-major.</returns>
    /// <exception cref="TransformException">A cell is of a level, or missing, that no fitted row has; or the numbers are more than an array holds.</exception>
    public float[] Forward(Table table)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (table.ColumnCount != Schema.Length)
        {
            throw new ArgumentException($"The table has {table.ColumnCount} columns; the transform was fitted on {Schema.Length}.", nameof(table));
        }

        return ForwardLearnt(Rules.Reduce(table));
    }

    /// <summary>Transforms generated values back.</summary>
    /// <param name="values"><c>[rows, features]</c>, row-major; finite.</param>
    /// <param name="form">How the table's file is spelled.</param>
    /// <returns>A table of the columns that were fitted, every row of which obeys the rules.</returns>
    public Table InverseTable(ReadOnlySpan<float> values, TableForm? form = null)
    {
        return new Table(Schema, Inverse(values), form);
    }

    /// <summary>Transforms generated values back, into new arrays.</summary>
    /// <param name="values"><c>[rows, features]</c>, row-major.</param>
    /// <returns><c>[columns][rows]</c>.</returns>
    public double[][] Inverse(ReadOnlySpan<float> values)
    {
        int rows = values.Length / Features.Count;
        double[][] columns = [.. Enumerable.Range(0, ColumnCount).Select(_ => new double[rows])];
        Inverse(values, columns);
        return Rules.Restore(columns);
    }

    /// <summary>Transforms generated values back to the columns that are learnt, into the caller's arrays.</summary>
    /// <param name="values"><c>[rows, features]</c>, row-major.</param>
    /// <param name="columns"><c>[columns][at least rows]</c>; what is beyond the rows is left alone.</param>
    public void Inverse(ReadOnlySpan<float> values, double[][] columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        if (values.Length % Features.Count != 0 || columns.Length != ColumnCount)
        {
            throw new ArgumentException(
                $"{values.Length} values into {columns.Length} columns; the transform has {ColumnCount} columns of {Features.Count} values.", nameof(values));
        }

        bool[]?[] missing = new bool[ColumnCount][];
        foreach (GapChoice choice in _gaps)
        {
            foreach ((int column, bool[] ofColumn) in choice.Columns.Zip(choice.Decide(values, Features.Count)))
            {
                missing[column] = ofColumn;
            }
        }

        for (int column = 0; column < ColumnCount && !values.IsEmpty; column++)
        {
            _columns[column].Inverse(values[_starts[column]..], Features.Count, columns[column].AsSpan(0, values.Length / Features.Count), missing[column]);
        }
    }

    /// <summary>The name of the column that a number of a row belongs to.</summary>
    /// <param name="feature">The number, from 0.</param>
    public string ColumnOf(int feature)
    {
        return ColumnNames[_starts.Count(start => start <= feature) - 1];
    }

    /// <summary>Where the numbers of a column begin in a row.</summary>
    public int StartOf(int column)
    {
        return _starts[column];
    }

    /// <summary>What a model sees of a cell of a column that is learnt.</summary>
    /// <param name="column">The column, from 0.</param>
    /// <param name="value">The cell.</param>
    /// <exception cref="TransformException">It is a level, or missing, and no fitted row has it.</exception>
    public float[] SeenOf(int column, double value)
    {
        float[] seen = new float[_columns[column].FeatureCount];
        _columns[column].Forward([value], seen, seen.Length);
        return seen;
    }

    /// <summary>The way of a column there and back.</summary>
    internal ColumnEncoding EncodingOf(int column)
    {
        return _columns[column];
    }

    /// <summary>Which cells of a group of its columns are missing.</summary>
    internal GapChoice ChoiceOf(GapGroup group)
    {
        int[] numbers = [.. group.Columns.Select(name => Columns.IndexOf(Columns.First(column => column.Name == name)))];
        return new GapChoice(group, numbers, [.. numbers.Select(number => _columns[number])], [.. numbers.Select(number => _starts[number])]);
    }

    /// <summary>The way of one column there and back, of its parameters alone.</summary>
    internal static ColumnEncoding Encode(TransformKind kind, bool clip, ColumnTransformParameters column)
    {
        return column switch
        {
            LevelParameters { Rare: { } rare } levels => new ColumnEncoding(TransformCatalog.Of(TransformKind.Quantile).Build(levels.RarePlaces!, clip: true), column.Outcomes, rare),
            LevelParameters => new ColumnEncoding(null, column.Outcomes, []),
            _ => new ColumnEncoding(TransformCatalog.Of(kind).Build(column, clip), column.Outcomes, []),
        };
    }

    private static void Check(TransformKind kind, ColumnTransformParameters column, ColumnSchema schema)
    {
        LevelFit.Check(column, schema.Levels.Length);
        if (column is LevelParameters { RarePlaces: { } places })
        {
            TransformCatalog.Of(TransformKind.Quantile).Check(places);
        }
        else if (column is not LevelParameters)
        {
            column.Demand(!schema.HasLevels, "it has levels");
            TransformCatalog.Of(kind).Check(column);
        }
    }

    private float[] ForwardLearnt(Table learnt)
    {
        float[] values = new float[Features.LengthOf(learnt.RowCount)];
        for (int column = 0; column < ColumnCount; column++)
        {
            _columns[column].Forward(learnt.Column(column), values.AsSpan(_starts[column]), Features.Count);
        }

        return values;
    }

    private ColumnTransform AmountOf(int column)
    {
        return _columns[column].Amount ?? throw new InvalidOperationException($"Column \"{ColumnNames[column]}\" has no amounts.");
    }
}
