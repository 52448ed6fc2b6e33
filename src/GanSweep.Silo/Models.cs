using GanSweep.Gan.Families;
using GanSweep.Settings.Models;
using GanSweep.Sweeps.Coordination;
using GanSweep.Training.Families;

namespace GanSweep.Silo;

/// <summary>The models that this program can train: a new one is added here.</summary>
public static class Models
{
    /// <summary>Their families.</summary>
    public static ModelFamilies Families { get; } = new(new GanFamily());

    /// <summary>Their descriptions.</summary>
    public static ModelCatalog Catalog => Families.Models;

    /// <summary>The versions of their engines.</summary>
    public static EngineVersions EngineVersions { get; } = new(configuration => Families[configuration.Model.Name].EngineVersionOf(configuration));
}
