using GanSweep.Settings.Models;

namespace GanSweep.Training.Families;

/// <summary>The families that a program can train.</summary>
/// <param name="families">The families; the names of their models differ.</param>
public sealed class ModelFamilies(params IReadOnlyList<IModelFamily> families)
{
    private readonly Dictionary<string, IModelFamily> _byName = families.ToDictionary(family => family.Model.Name);

    /// <summary>The families.</summary>
    public IReadOnlyList<IModelFamily> All => families;

    /// <summary>Their models.</summary>
    public ModelCatalog Models { get; } = new([.. families.Select(family => family.Model)]);

    /// <summary>The family of a model.</summary>
    /// <exception cref="KeyNotFoundException">There is none of that name.</exception>
    public IModelFamily this[string model] => _byName[Models[model].Name];
}
