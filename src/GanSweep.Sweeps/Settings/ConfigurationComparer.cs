using GanSweep.Contracts.Configurations;

namespace GanSweep.Sweeps.Settings;

/// <summary>
/// Compares configurations by the values of all their keys. The record's own equality compares the arrays behind its layers, not their
/// widths.
/// </summary>
public sealed class ConfigurationComparer : IEqualityComparer<GanConfiguration>
{
    /// <summary>The one comparer; it has no state.</summary>
    public static ConfigurationComparer Instance { get; } = new();

    /// <inheritdoc/>
    public bool Equals(GanConfiguration? x, GanConfiguration? y)
    {
        return ReferenceEquals(x, y) || (x is not null && y is not null && ConfigurationKeys.All.All(key => key.AreEqual(x, y)));
    }

    /// <inheritdoc/>
    public int GetHashCode(GanConfiguration obj)
    {
        ArgumentNullException.ThrowIfNull(obj);
        var hash = default(HashCode);
        foreach (ConfigurationKey key in ConfigurationKeys.All)
        {
            hash.Add(key.HashOf(obj));
        }

        return hash.ToHashCode();
    }
}
