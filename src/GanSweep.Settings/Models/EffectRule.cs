namespace GanSweep.Settings.Models;

/// <summary>A key that does nothing under some values of another.</summary>
/// <param name="Key">The key.</param>
/// <param name="Governing">The key that decides.</param>
/// <param name="HasNoEffect">Whether <paramref name="Key"/> does nothing in a configuration.</param>
/// <param name="Reason">Why, when that is so in every run of a sweep, and what to do: <c>only wassersteinGp uses it; remove the key or add that loss</c>.</param>
public sealed record EffectRule(ConfigurationKey Key, ConfigurationKey Governing, Predicate<Configuration> HasNoEffect, string Reason);
