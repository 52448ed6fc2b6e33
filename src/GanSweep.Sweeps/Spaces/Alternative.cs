using System.Collections.Immutable;
using System.Numerics;
using GanSweep.Search.Domains;
using GanSweep.Settings.Models;

namespace GanSweep.Sweeps.Spaces;

/// <summary>
/// What is tried of one model: values of some keys. A grid tries every combination of them, the last key fastest. Cells are numbers in mixed radix, one digit an axis, and are
/// computed when they are asked for: a alternative of a million cells is as small as the lists that span it.
/// </summary>
public sealed class Alternative
{
    internal Alternative(Configuration shared, ImmutableArray<Axis> axes, string path)
    {
        Base = shared;
        Axes = axes;
        Path = path;
        CellCount = axes.Aggregate(BigInteger.One, (product, axis) => product * axis.Count);
    }

    /// <summary>The values that all cells share; keys that have an axis hold their default here, or are left open.</summary>
    public Configuration Base { get; }

    /// <summary>The model of all cells.</summary>
    public ModelDescription Model => Base.Model;

    /// <summary>The keys that vary, in the file's order; none for a alternative of one cell.</summary>
    public ImmutableArray<Axis> Axes { get; }

    /// <summary>The number of cells of a grid, from 1 to <see cref="Definitions.SweepDefinition.MaximumRuns"/>; what a search draws from may have more than can be counted so.</summary>
    /// <exception cref="OverflowException">There are more than 2,147,483,647.</exception>
    public int Count => (int)CellCount;

    /// <summary>Whether a key is drawn from a range, so that its values cannot be listed.</summary>
    public bool HasRanges => Axes.Any(axis => axis.Range is not null);

    /// <summary>Where sweep.json lists the values of its axes: a JSON path.</summary>
    internal string Path { get; }

    /// <summary>The number of cells before it is known to be within bounds.</summary>
    internal BigInteger CellCount { get; }

    /// <summary>The configuration of a cell.</summary>
    /// <param name="cell">From 0 to below <see cref="Count"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such cell.</exception>
    public Configuration ConfigurationAt(int cell)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(cell);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(cell, CellCount, nameof(cell));
        Configuration configuration = Base;
        for (int i = Axes.Length - 1; i >= 0; i--)
        {
            (cell, int digit) = Math.DivRem(cell, Axes[i].Count);
            configuration = configuration.With(Axes[i].Key, Axes[i].Values[digit]);
        }

        return configuration;
    }

    /// <summary>The first cell whose configuration amounts to this one, or null.</summary>
    /// <param name="effective">A configuration that amounts to itself.</param>
    /// <param name="size">How large the table is that is trained on.</param>
    public int? CellOf(Configuration effective, TrainingSize size)
    {
        ArgumentNullException.ThrowIfNull(effective);
        if (effective.Model != Model)
        {
            return null;
        }

        int cell = 0;
        foreach (Axis axis in Axes)
        {
            if (axis.PositionOf(effective, size) is not { } digit)
            {
                return null;
            }

            cell = (cell * axis.Count) + digit;
        }

        return Model.EffectiveOf(ConfigurationAt(cell), size).Equals(effective) ? cell : null;
    }

    /// <summary>What a search sees of it: a parameter for each axis.</summary>
    internal ImmutableArray<Parameter> Parameters()
    {
        return [.. Axes.Select(axis => axis.Parameter)];
    }

    /// <summary>The coordinates of a cell.</summary>
    /// <param name="cell">From 0 to below <see cref="Count"/>.</param>
    internal ImmutableArray<double> CoordinatesAt(int cell)
    {
        double[] coordinates = new double[Axes.Length];
        for (int i = Axes.Length - 1; i >= 0; i--)
        {
            (cell, int digit) = Math.DivRem(cell, Axes[i].Count);
            coordinates[i] = digit;
        }

        return [.. coordinates];
    }

    /// <summary>The configuration at a point.</summary>
    /// <param name="coordinates">A coordinate for each axis.</param>
    internal Configuration ConfigurationAt(ImmutableArray<double> coordinates)
    {
        return Axes.Zip(coordinates).Aggregate(Base, (configuration, pair) => configuration.With(pair.First.Key, pair.First.ValueAt(pair.Second)));
    }

    /// <summary>The coordinates of a configuration; null if it is none of these.</summary>
    internal ImmutableArray<double>? CoordinatesOf(Configuration configuration)
    {
        double?[] coordinates = [.. Axes.Select(axis => configuration[axis.Key] is { } value ? axis.CoordinateOf(value) : null)];
        return coordinates.All(coordinate => coordinate is not null) ? [.. coordinates.Select(coordinate => coordinate!.Value)] : null;
    }

    /// <summary>Whether a key has an axis.</summary>
    internal bool Varies(ConfigurationKey key)
    {
        return Axes.Any(axis => axis.Key == key);
    }

    /// <summary>The values that a key takes in this alternative: those of its axis, or the one that all cells share; none where it is left open.</summary>
    internal ImmutableArray<object> ValuesOf(ConfigurationKey key)
    {
        return Axes.FirstOrDefault(axis => axis.Key == key)?.Values ?? (Base[key] is { } value ? [value] : []);
    }
}
