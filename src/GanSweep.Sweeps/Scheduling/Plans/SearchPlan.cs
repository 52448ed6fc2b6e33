using System.Collections.Immutable;
using GanSweep.Search.Domains;
using GanSweep.Sweeps.Spaces;

namespace GanSweep.Sweeps.Scheduling.Plans;

/// <summary>What the runs of a sweep are drawn from, and who goes on.</summary>
/// <param name="Alternatives">The configurations.</param>
/// <param name="Seed">The seed of each configuration's first run.</param>
/// <param name="Rungs">What each configuration is given, and then the best of them, and so on; at least one.</param>
/// <param name="Keep">The share of a rung's configurations that go on to the next, above 0 and below 1.</param>
public sealed record SearchPlan(Alternatives Alternatives, long Seed, ImmutableArray<Rung> Rungs, double Keep)
{
    /// <summary>When it stops before all configurations have been tried; null if it does not.</summary>
    public StopRule? Stop { get; init; }

    /// <summary>What is trained again at its end; null if nothing is.</summary>
    public Confirmation? Confirm { get; init; }

    /// <summary>The configurations that are tried first.</summary>
    internal ImmutableArray<Point> Enqueued { get; init; } = [];

    /// <summary>How many configurations are tried first, since sweep.json lists them.</summary>
    public int EnqueuedCount => Enqueued.Length;

    /// <summary>Whether what is run hangs on what has ended, whatever proposes it.</summary>
    public bool Learns => Rungs.Length > 1 || Stop is not null || Confirm is not null;

    /// <summary>Seeds of the first rung.</summary>
    public int Replicates => Rungs[0].Seeds;

    /// <summary>How many seeds are used, from <see cref="Seed"/> on.</summary>
    public int Seeds => SearchSeeds + (Confirm?.Seeds ?? 0);

    /// <summary>How many of them the search chooses by; those of its confirmation come after.</summary>
    internal int SearchSeeds => Rungs.Max(rung => rung.FirstSeed + rung.Seeds);

    /// <summary>The configurations that come to a rung at most, of so many.</summary>
    public int PlacesOf(int rung, int configurations)
    {
        return Enumerable.Range(0, rung).Aggregate(configurations, (places, _) => PlacesAbove(places));
    }

    /// <summary>The most runs of so many configurations, those of the confirmation among them.</summary>
    public long RunsOf(int configurations)
    {
        long search = Rungs.Index().Sum(rung => (long)PlacesOf(rung.Index, configurations) * rung.Item.Seeds);
        return search + (Confirm is { } confirm ? (long)Math.Min(confirm.Top, configurations) * confirm.Seeds : 0);
    }

    /// <summary>How many of a rung's configurations go on to the next, once so many have ended there.</summary>
    internal int PlacesAbove(int ended)
    {
        // A third, written 0.34, of 50 are 17, not 16.999….
        return (int)Math.Floor((Keep * ended) + 1e-9);
    }
}
