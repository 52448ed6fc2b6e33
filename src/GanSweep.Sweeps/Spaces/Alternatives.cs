using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using GanSweep.Settings.Models;

namespace GanSweep.Sweeps.Spaces;

/// <summary>
/// The configurations of a sweep: the cells of one grid after another, each of one model. So a key is crossed with what it can be crossed with, and no other
/// model's (the union of grids of scikit-learn's ParameterGrid).
/// </summary>
public sealed class Alternatives
{
    private readonly int[] _firstCells;

    internal Alternatives(ImmutableArray<Grid> grids)
    {
        Grids = grids;
        Models = [.. grids.Select(grid => grid.Model).Distinct()];
        CellCount = grids.Aggregate(BigInteger.Zero, (sum, grid) => sum + grid.CellCount);
        _firstCells = CellCount <= int.MaxValue ? FirstCellsOf(grids) : [];
    }

    /// <summary>The grids, at least one.</summary>
    public ImmutableArray<Grid> Grids { get; }

    /// <summary>The models of the grids, each once, in the order in which they come.</summary>
    public ImmutableArray<ModelDescription> Models { get; }

    /// <summary>The number of cells, from 1 to <see cref="Definitions.SweepDefinition.MaximumRuns"/>.</summary>
    public int Count => (int)CellCount;

    /// <summary>
    /// The names of the keys that tell cells apart, in the file's order; before them "model", where there are several. Of one grid, whatever it lists; of several, what has
    /// more than one value among those of a model.
    /// </summary>
    public ImmutableArray<string> VaryingKeys =>
    [
        .. Models.Length > 1 ? [ModelCatalog.Key] : Array.Empty<string>(),
        .. Grids.SelectMany(grid => grid.Axes.Where(axis => Grids.Length == 1 || Varies(grid.Model, axis.Key))).Select(axis => axis.Key.Name).Distinct(),
    ];

    /// <summary>The number of cells before it is known to be within bounds.</summary>
    internal BigInteger CellCount { get; }

    /// <summary>The configuration of a cell.</summary>
    /// <param name="cell">From 0 to below <see cref="Count"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such cell.</exception>
    public Configuration ConfigurationAt(int cell)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(cell);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(cell, Count);
        int found = Array.BinarySearch(_firstCells, cell);
        int grid = found >= 0 ? found : ~found - 1;
        return Grids[grid].ConfigurationAt(cell - _firstCells[grid]);
    }

    /// <summary>The first cell whose configuration amounts to this one, or null.</summary>
    /// <param name="effective">A configuration that amounts to itself.</param>
    /// <param name="size">How large the table is that is trained on.</param>
    public int? CellOf(Configuration effective, TrainingSize size)
    {
        ArgumentNullException.ThrowIfNull(effective);
        for (int grid = 0; grid < Grids.Length; grid++)
        {
            if (Grids[grid].CellOf(effective, size) is { } cell)
            {
                return _firstCells[grid] + cell;
            }
        }

        return null;
    }

    /// <summary>How a grid is called where there are several: by its model if no other is of that, else by its place; empty where it is the only one.</summary>
    /// <param name="grid">One of the grids.</param>
    public string NameOf(Grid grid)
    {
        ArgumentNullException.ThrowIfNull(grid);
        return Grids.Length == 1 ? ""
            : Models.Length == Grids.Length ? grid.Model.Name
            : string.Create(CultureInfo.InvariantCulture, $"{grid.Model.Name}, alternative {Grids.IndexOf(grid) + 1}");
    }

    /// <summary>How many different trainings the cells are on such a table.</summary>
    /// <param name="size">How large the table is that is trained on.</param>
    internal int CountTrainings(TrainingSize size)
    {
        return Grids.Index().Sum(grid => CountTrainings(grid.Item, Grids[..grid.Index], size));
    }

    /// <summary>The values that do the same on such a table, a sentence for each key and reason.</summary>
    /// <param name="size">How large the table is that is trained on.</param>
    internal IEnumerable<string> ValuesWithoutEffect(TrainingSize size)
    {
        return Grids.SelectMany(grid => new GridEffects(grid, size).Sentences().Select(sentence => Grids.Length == 1 ? sentence : $"{NameOf(grid)}: {sentence}"));
    }

    private bool Varies(ModelDescription model, ConfigurationKey key)
    {
        ImmutableArray<object>[] values = [.. Grids.Where(grid => grid.Model == model).Select(grid => grid.ValuesOf(key))];
        return values.SelectMany(listed => listed).Distinct(key.Comparer).Skip(1).Any() || values.Select(listed => listed.IsEmpty).Distinct().Skip(1).Any();
    }

    // Of a grid, what no grid before it trains.
    private static int CountTrainings(Grid grid, ImmutableArray<Grid> before, TrainingSize size)
    {
        Grid[] rivals = [.. before.Where(other => other.Model == grid.Model)];
        return rivals.Length == 0
            ? new GridEffects(grid, size).CountTrainings()
            : Enumerable.Range(0, grid.Count)
                .Select(cell => grid.Model.EffectiveOf(grid.ConfigurationAt(cell), size))
                .Distinct()
                .Count(effective => rivals.All(rival => rival.CellOf(effective, size) is null));
    }

    private static int[] FirstCellsOf(ImmutableArray<Grid> grids)
    {
        int[] first = new int[grids.Length];
        for (int i = 1; i < grids.Length; i++)
        {
            first[i] = first[i - 1] + grids[i - 1].Count;
        }

        return first;
    }
}
