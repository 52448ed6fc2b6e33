using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using GanSweep.Search.Domains;
using GanSweep.Settings.Models;

namespace GanSweep.Sweeps.Spaces;

/// <summary>
/// The configurations of a sweep: the cells of one alternative after another, each of one model. So a key is crossed with what it can be crossed with, and no other
/// model's (the union of alternatives of scikit-learn's ParameterGrid).
/// </summary>
public sealed class Alternatives
{
    private readonly int[] _firstCells;

    internal Alternatives(ImmutableArray<Alternative> alternatives)
    {
        Items = alternatives;
        Models = [.. alternatives.Select(alternative => alternative.Model).Distinct()];
        CellCount = alternatives.Aggregate(BigInteger.Zero, (sum, alternative) => sum + alternative.CellCount);
        _firstCells = CellCount <= int.MaxValue ? FirstCellsOf(alternatives) : [];
    }

    /// <summary>The alternatives, at least one.</summary>
    public ImmutableArray<Alternative> Items { get; }

    /// <summary>The models of the alternatives, each once, in the order in which they come.</summary>
    public ImmutableArray<ModelDescription> Models { get; }

    /// <summary>The number of cells, from 1 to <see cref="Definitions.SweepDefinition.MaximumRuns"/>.</summary>
    public int Count => (int)CellCount;

    /// <summary>
    /// The names of the keys that tell cells apart, in the file's order; before them "model", where there are several. Of one alternative, whatever it lists; of several, what has
    /// more than one value among those of a model.
    /// </summary>
    public ImmutableArray<string> VaryingKeys =>
    [
        .. Models.Length > 1 ? [ModelCatalog.Key] : Array.Empty<string>(),
        .. Items.SelectMany(alternative => alternative.Axes.Where(axis => Items.Length == 1 || Varies(alternative.Model, axis.Key))).Select(axis => axis.Key.Name).Distinct(),
    ];

    /// <summary>The number of cells before it is known to be within bounds.</summary>
    internal BigInteger CellCount { get; }

    /// <summary>Whether a key of some alternative is drawn from a range.</summary>
    public bool HasRanges => Items.Any(alternative => alternative.HasRanges);

    /// <summary>The configuration of a cell.</summary>
    /// <param name="cell">From 0 to below <see cref="Count"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such cell.</exception>
    public Configuration ConfigurationAt(int cell)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(cell);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(cell, Count);
        int found = Array.BinarySearch(_firstCells, cell);
        int alternative = found >= 0 ? found : ~found - 1;
        return Items[alternative].ConfigurationAt(cell - _firstCells[alternative]);
    }

    /// <summary>The point of a cell.</summary>
    /// <param name="cell">From 0 to below <see cref="Count"/>.</param>
    internal Point PointAt(int cell)
    {
        int found = Array.BinarySearch(_firstCells, cell);
        int alternative = found >= 0 ? found : ~found - 1;
        return new Point(alternative, Items[alternative].CoordinatesAt(cell - _firstCells[alternative]));
    }

    /// <summary>The first cell whose configuration amounts to this one, or null.</summary>
    /// <param name="effective">A configuration that amounts to itself.</param>
    /// <param name="size">How large the table is that is trained on.</param>
    public int? CellOf(Configuration effective, TrainingSize size)
    {
        ArgumentNullException.ThrowIfNull(effective);
        for (int alternative = 0; alternative < Items.Length; alternative++)
        {
            if (Items[alternative].CellOf(effective, size) is { } cell)
            {
                return _firstCells[alternative] + cell;
            }
        }

        return null;
    }

    /// <summary>How an alternative is called where there are several: by its model if no other is of that, else by its place; empty where it is the only one.</summary>
    /// <param name="alternative">One of the alternatives.</param>
    public string NameOf(Alternative alternative)
    {
        ArgumentNullException.ThrowIfNull(alternative);
        return Items.Length == 1 ? ""
            : Models.Length == Items.Length ? alternative.Model.Name
            : string.Create(CultureInfo.InvariantCulture, $"{alternative.Model.Name}, alternative {Items.IndexOf(alternative) + 1}");
    }

    /// <summary>What a search sees of them.</summary>
    internal SearchDomain Domain()
    {
        return new SearchDomain([.. Items.Select(alternative => alternative.Parameters())]);
    }

    /// <summary>The configuration at a point of <see cref="Domain"/>.</summary>
    internal Configuration ConfigurationAt(Point point)
    {
        return Items[point.Alternative].ConfigurationAt(point.Values);
    }

    /// <summary>The same configuration's point as it is read and typed: with numbers as they are rounded.</summary>
    internal Point Rounded(Point point)
    {
        Alternative alternative = Items[point.Alternative];
        return new Point(point.Alternative, [.. alternative.Axes.Zip(point.Values, (axis, coordinate) => axis.Rounded(coordinate))]);
    }

    /// <summary>How many different trainings the cells are on such a table.</summary>
    /// <param name="size">How large the table is that is trained on.</param>
    internal int CountTrainings(TrainingSize size)
    {
        return Items.Index().Sum(alternative => CountTrainings(alternative.Item, Items[..alternative.Index], size));
    }

    /// <summary>The values that do the same on such a table, a sentence for each key and reason.</summary>
    /// <param name="size">How large the table is that is trained on.</param>
    internal IEnumerable<string> ValuesWithoutEffect(TrainingSize size)
    {
        return Items.SelectMany(alternative => new AlternativeEffects(alternative, size).Sentences().Select(sentence => Items.Length == 1 ? sentence : $"{NameOf(alternative)}: {sentence}"));
    }

    private bool Varies(ModelDescription model, ConfigurationKey key)
    {
        ImmutableArray<object>[] values = [.. Items.Where(alternative => alternative.Model == model).Select(alternative => alternative.ValuesOf(key))];
        return values.SelectMany(listed => listed).Distinct(key.Comparer).Skip(1).Any() || values.Select(listed => listed.IsEmpty).Distinct().Skip(1).Any();
    }

    // Of an alternative, what no alternative before it trains.
    private static int CountTrainings(Alternative alternative, ImmutableArray<Alternative> before, TrainingSize size)
    {
        Alternative[] rivals = [.. before.Where(other => other.Model == alternative.Model)];
        return rivals.Length == 0
            ? new AlternativeEffects(alternative, size).CountTrainings()
            : Enumerable.Range(0, alternative.Count)
                .Select(cell => alternative.Model.EffectiveOf(alternative.ConfigurationAt(cell), size))
                .Distinct()
                .Count(effective => rivals.All(rival => rival.CellOf(effective, size) is null));
    }

    private static int[] FirstCellsOf(ImmutableArray<Alternative> alternatives)
    {
        int[] first = new int[alternatives.Length];
        for (int i = 1; i < alternatives.Length; i++)
        {
            first[i] = first[i - 1] + alternatives[i - 1].Count;
        }

        return first;
    }
}
