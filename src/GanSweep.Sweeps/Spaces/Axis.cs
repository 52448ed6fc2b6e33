using System.Collections.Immutable;
using System.Text.Json;
using GanSweep.Search.Domains;
using GanSweep.Settings.Models;
using GanSweep.Settings.Values;
using GanSweep.Tables.Text;

namespace GanSweep.Sweeps.Spaces;

/// <summary>One key of "space" and what it takes.</summary>
public abstract class Axis
{
    private const int MostNamed = 12;

    private readonly Dictionary<object, int> _positions;

    private protected Axis(ConfigurationKey key, ImmutableArray<object> values)
    {
        Key = key;
        Values = values;
        _positions = values.Index().ToDictionary(pair => pair.Item, pair => pair.Index, key.Comparer);
    }

    /// <summary>The key.</summary>
    public ConfigurationKey Key { get; }

    /// <summary>The distinct values that it lists, in the file's order, at least one; of a range its two ends.</summary>
    public ImmutableArray<object> Values { get; }

    /// <summary>The number of values, at least 1.</summary>
    public int Count => Values.Length;

    /// <summary>The numbers that it is drawn from; null if it lists values.</summary>
    public virtual NumberRange? Range => null;

    /// <summary>What a search sees of it.</summary>
    internal abstract Parameter Parameter { get; }

    /// <summary>What it takes, for people: minimax, nonSaturating; 0.0003 to 0.01 (log).</summary>
    public override string ToString()
    {
        return Range?.ToString() ?? Listing.Of([.. Values.Select(Key.Text)], MostNamed);
    }

    /// <summary>Writes what it takes as sweep.json says it.</summary>
    public abstract void Write(Utf8JsonWriter writer);

    /// <summary>The value at a coordinate.</summary>
    internal abstract object ValueAt(double coordinate);

    /// <summary>The coordinate of the value, as it is read and typed, that is nearest to what a search has drawn.</summary>
    internal abstract double Rounded(double coordinate);

    /// <summary>The coordinate of a value; null if it is none of those.</summary>
    internal abstract double? CoordinateOf(object value);

    /// <summary>The index of the first value that does what the configuration's own does, or null.</summary>
    /// <param name="effective">A configuration that amounts to itself.</param>
    /// <param name="size">How large the table is that is trained on.</param>
    internal int? PositionOf(Configuration effective, TrainingSize size)
    {
        ModelDescription model = effective.Model;
        if (model.EffectRules.Any(rule => rule.Key == Key))
        {
            return Values.Index()
                .Where(value => Key.AreSame(model.EffectiveOf(effective.With(Key, value.Item), size)[Key], effective[Key]))
                .Select(value => (int?)value.Index)
                .FirstOrDefault();
        }

        return effective[Key] is { } value ? IndexOf(value) : null;
    }

    /// <summary>The index of a value; null if it is none of those.</summary>
    private protected int? IndexOf(object value)
    {
        return _positions.TryGetValue(value, out int index) ? index : null;
    }
}
