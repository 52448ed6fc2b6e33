using System.Collections.Immutable;

namespace GanSweep.Settings.Models;

/// <summary>
/// Values of a key that do the same: one that the rest of a configuration, or the number of rows, leaves without effect. Runs that differ in
/// such values alone are one training.
/// </summary>
/// <param name="Key">The key.</param>
/// <param name="Governing">The keys that decide, besides the number of rows; their own rules come before this one.</param>
/// <param name="Holds">Whether the value that a configuration has, trained on so many rows, is one of those that do the same.</param>
/// <param name="Representative">The value that stands for them where the key's default is none of them.</param>
/// <param name="Reason">Why they do the same, in words that can follow a colon.</param>
public sealed record EffectRule(
    ConfigurationKey Key,
    ImmutableArray<ConfigurationKey> Governing,
    Func<Configuration, int, bool> Holds,
    Func<Configuration, int, object> Representative,
    Func<Configuration, int, string> Reason)
{
    /// <summary>What to do about a sweep in which the key does nothing in any run, in words that can follow <see cref="Reason"/>; null if that cannot be.</summary>
    public string? Remedy { get; private init; }

    /// <summary>A key of which no value does anything under some values of another.</summary>
    /// <param name="key">The key.</param>
    /// <param name="governing">The key that decides.</param>
    /// <param name="isUnused">Whether the key does nothing in a configuration.</param>
    /// <param name="reason">Why: <c>only wassersteinGp uses it</c>.</param>
    /// <param name="remedy">What to do when that is so in every run of a sweep: <c>remove the key or add that loss</c>.</param>
    public static EffectRule Unused(
        ConfigurationKey key, ConfigurationKey governing, Predicate<Configuration> isUnused, string reason, string remedy)
    {
        ArgumentNullException.ThrowIfNull(key);
        return new EffectRule(key, [governing], (configuration, _) => isUnused(configuration), (_, _) => key.DefaultValue, (_, _) => reason)
        {
            Remedy = remedy,
        };
    }

    /// <summary>A key whose values from a bound on do what the bound does.</summary>
    /// <param name="key">The key.</param>
    /// <param name="governing">The keys that decide on the bound, besides the number of rows.</param>
    /// <param name="bound">The bound in a configuration that is trained on so many rows.</param>
    /// <param name="reason">Why, given the bound.</param>
    public static EffectRule AtMost(
        ConfigurationKey<int> key, ImmutableArray<ConfigurationKey> governing, Func<Configuration, int, int> bound, Func<int, string> reason)
    {
        return new EffectRule(
            key,
            governing,
            (configuration, rows) => configuration.Get(key) >= bound(configuration, rows),
            (configuration, rows) => bound(configuration, rows),
            (configuration, rows) => reason(bound(configuration, rows)));
    }

    /// <summary>The configuration with the value that stands for its own.</summary>
    internal Configuration Apply(Configuration configuration, int rows)
    {
        if (!Holds(configuration, rows))
        {
            return configuration;
        }

        // The default wherever it does the same, so that what was remembered of runs that say nothing is found.
        Configuration byDefault = configuration.With(Key, Key.DefaultValue);
        return Holds(byDefault, rows) ? byDefault : configuration.With(Key, Representative(configuration, rows));
    }
}
