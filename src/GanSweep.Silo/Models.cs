using GanSweep.Gan.Configurations;
using GanSweep.Settings.Models;

namespace GanSweep.Silo;

/// <summary>The models that this program can train: a new one is added here.</summary>
public static class Models
{
    /// <summary>Their descriptions.</summary>
    public static ModelCatalog Catalog { get; } = new(GanKeys.Model);
}
