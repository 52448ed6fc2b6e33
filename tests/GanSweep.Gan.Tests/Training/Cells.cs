using System.Reflection;
using GanSweep.Gan.Configurations;
using GanSweep.Settings.Models;

namespace GanSweep.Gan.Tests.Training;

/// <summary>Typed configurations as the ones that runs are given.</summary>
internal static class Cells
{
    /// <summary>The configuration whose keys have the values of the properties of their names.</summary>
    public static Configuration Of(GanConfiguration configuration)
    {
        return GanKeys.Model.Keys.Aggregate(GanKeys.Model.Defaults, (cell, key) => cell.With(key, PropertyOf(key).GetValue(configuration)));
    }

    private static PropertyInfo PropertyOf(ConfigurationKey key)
    {
        return typeof(GanConfiguration).GetProperty($"{char.ToUpperInvariant(key.Name[0])}{key.Name[1..]}")!;
    }
}
