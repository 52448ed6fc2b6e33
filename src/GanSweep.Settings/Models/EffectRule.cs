using System.Collections.Immutable;

namespace GanSweep.Settings.Models;

/// <summary>
/// Values of a key that do the same: one that the rest of a configuration, or the size of the table, leaves without effect, or one that is
/// left open and what it is then. Runs that differ in such values alone are one training.
/// </summary>
/// <param name="Key">The key.</param>
/// <param name="Governing">The keys that decide, besides the size of the table; their own rules come before this one.</param>
/// <param name="Holds">Whether the value that a configuration has, trained on such a table, is one of those that do the same.</param>
/// <param name="Representative">The value that stands for them where the key's default is none of them.</param>
/// <param name="Reason">Why they do the same, in words that can follow a colon.</param>
public sealed record EffectRule(
    ConfigurationKey Key,
    ImmutableArray<ConfigurationKey> Governing,
    Func<Configuration, TrainingSize, bool> Holds,
    Func<Configuration, TrainingSize, object?> Representative,
    Func<Configuration, TrainingSize, string> Reason)
{
    /// <summary>What to do about a sweep in which the key does nothing in any run, in words that can follow <see cref="Reason"/>; null if that cannot be.</summary>
    public string? Remedy { get; private init; }

    /// <summary>The value that turns the key off, and may be said where the key does nothing; null if there is none.</summary>
    public object? Off { get; init; }

    /// <summary>Whether it is what a key is where it is left open.</summary>
    internal bool Fits { get; private init; }

    /// <summary>What a key is where it is left open.</summary>
    /// <param name="key">The key, which has no default.</param>
    /// <param name="governing">The keys that decide, besides the size of the table.</param>
    /// <param name="value">The value in a configuration that is trained on such a table; null to leave it open.</param>
    public static EffectRule Fitted<T>(ConfigurationKey<T> key, ImmutableArray<ConfigurationKey> governing, Func<Configuration, TrainingSize, T?> value)
        where T : struct
    {
        return Fitted((ConfigurationKey)key, governing, (configuration, size) => value(configuration, size));
    }

    /// <summary>What a key is where it is left open.</summary>
    /// <param name="key">The key, which has no default.</param>
    /// <param name="governing">The keys that decide, besides the size of the table.</param>
    /// <param name="value">The value in a configuration that is trained on such a table; null to leave it open.</param>
    public static EffectRule Fitted(ConfigurationKey key, ImmutableArray<ConfigurationKey> governing, Func<Configuration, TrainingSize, object?> value)
    {
        return new EffectRule(key, governing, (configuration, _) => !configuration.Says(key), value, (_, _) => "it is left open") { Fits = true };
    }

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
    /// <param name="governing">The keys that decide on the bound, besides the size of the table.</param>
    /// <param name="bound">The bound in a configuration that is trained on such a table.</param>
    /// <param name="reason">Why, given the bound.</param>
    public static EffectRule AtMost(
        ConfigurationKey<int> key, ImmutableArray<ConfigurationKey> governing, Func<Configuration, TrainingSize, int> bound, Func<int, string> reason)
    {
        return new EffectRule(
            key,
            governing,
            (configuration, size) => configuration.Get(key) >= bound(configuration, size),
            (configuration, size) => bound(configuration, size),
            (configuration, size) => reason(bound(configuration, size)));
    }

    /// <summary>The configuration with the value that stands for its own.</summary>
    internal Configuration Apply(Configuration configuration, TrainingSize size)
    {
        if (!Holds(configuration, size))
        {
            return configuration;
        }

        // The default wherever it does the same, so that what was remembered of runs that say nothing is found.
        if (Key.DefaultValue is { } @default)
        {
            Configuration byDefault = configuration.With(Key, @default);
            if (Holds(byDefault, size))
            {
                return byDefault;
            }
        }

        return configuration.With(Key, Representative(configuration, size));
    }
}
