using System.Collections.Immutable;
using System.Numerics;
using System.Text.Json;
using GanSweep.Settings.Keys;
using GanSweep.Sweeps.Scheduling;
using GanSweep.Sweeps.Scheduling.Plans;
using GanSweep.Sweeps.Scheduling.Proposers;
using GanSweep.Sweeps.Scheduling.Schedulers;
using GanSweep.Sweeps.Spaces;

namespace GanSweep.Sweeps.Strategies;

/// <summary>
/// How the runs of a sweep are drawn from its space, as sweep.json says it: by a name, <c>"grid"</c>, or, to say a value of one of its keys,
/// as an object, <c>{ "kind": "grid", … }</c>.
/// </summary>
public abstract class Strategy
{
    /// <summary>The size of a cohort where it is not told.</summary>
    private protected const int DefaultCohort = 8;

    /// <summary>The key of its name, where it is an object.</summary>
    internal const string KindKey = "kind";

    /// <summary>Its name in sweep.json.</summary>
    public abstract string Name { get; }

    /// <summary>What it does, in a sentence that begins with its name.</summary>
    public abstract string Summary { get; }

    /// <summary>Its keys besides "kind".</summary>
    public virtual ImmutableArray<Setting> Keys => [];

    /// <summary>Those of them that must be there.</summary>
    public virtual ImmutableArray<Setting> Required => [];

    /// <summary>An example of it in sweep.json, where a name alone does not say enough; else null.</summary>
    public virtual string? Example => null;

    /// <summary>This strategy with the values that a section says.</summary>
    public virtual Strategy Read(JsonSection section)
    {
        return this;
    }

    /// <summary>Writes it as sweep.json says it, all of its keys: the same strategy always the same.</summary>
    public void Write(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (Keys.Length == 0)
        {
            writer.WriteStringValue(Name);
            return;
        }

        writer.WriteStartObject();
        writer.WriteString(KindKey, Name);
        WriteValues(writer);
        writer.WriteEndObject();
    }

    /// <summary>Writes the values of its keys: they are part of the sweep's id.</summary>
    public virtual void WriteValues(Utf8JsonWriter writer)
    {
    }

    /// <summary>The number of configurations that it tries, before that is known to be within bounds, and in words how it comes about.</summary>
    public abstract (BigInteger Configurations, string Product) Size(Alternatives alternatives);

    /// <summary>How many new configurations are decided on at once, where what is run hangs on results.</summary>
    public virtual int Cohort => DefaultCohort;

    /// <summary>The scheduler of a sweep.</summary>
    public IScheduler Schedule(SearchPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        int configurations = (int)Size(plan.Alternatives).Configurations;
        IProposer proposer = Propose(plan);
        return plan.Learns || proposer.Learns ? new CohortScheduler(plan, proposer, configurations, Cohort) : new FlatScheduler(plan, proposer, configurations);
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        return Name;
    }

    /// <summary>What says which configurations there are.</summary>
    internal abstract IProposer Propose(SearchPlan plan);
}
