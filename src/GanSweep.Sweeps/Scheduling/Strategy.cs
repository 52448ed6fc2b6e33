using System.Collections.Immutable;
using System.Numerics;
using System.Text.Json;
using GanSweep.Settings.Keys;
using GanSweep.Sweeps.Spaces;

namespace GanSweep.Sweeps.Scheduling;

/// <summary>
/// How the runs of a sweep are drawn from its space, as sweep.json says it: by a name, <c>"grid"</c>, or, to say a value of one of its keys,
/// as an object, <c>{ "kind": "grid", … }</c>.
/// </summary>
public abstract class Strategy
{
    /// <summary>Its name in sweep.json.</summary>
    public abstract string Name { get; }

    /// <summary>What it does, in a sentence that begins with its name.</summary>
    public abstract string Summary { get; }

    /// <summary>Its keys besides "kind".</summary>
    public virtual ImmutableArray<Setting> Keys => [];

    /// <summary>This strategy with the values that a section says.</summary>
    public virtual Strategy Read(JsonSection section)
    {
        return this;
    }

    /// <summary>Writes the values of its keys: they are part of the sweep's id.</summary>
    public virtual void WriteValues(Utf8JsonWriter writer)
    {
    }

    /// <summary>The number of runs in a space, before it is known to be within bounds, and in words how it comes about.</summary>
    public abstract (BigInteger Runs, string Product) Size(SearchSpace space);

    /// <summary>The scheduler of a sweep.</summary>
    public abstract IScheduler Schedule(SearchSpace space);

    /// <inheritdoc/>
    public override string ToString()
    {
        return Name;
    }
}
