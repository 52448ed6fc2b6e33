using System.Collections.Immutable;
using System.Text.Json;
using GanSweep.Search.Domains;
using GanSweep.Settings.Keys;
using GanSweep.Settings.Models;
using GanSweep.Settings.Reading;
using GanSweep.Sweeps.Scheduling.Plans;
using GanSweep.Sweeps.Spaces;

namespace GanSweep.Sweeps.Definitions;

/// <summary>Reads what a sweep.json says of its search besides the strategy and the space.</summary>
/// <param name="root">The text.</param>
/// <param name="errors">What is wrong is reported here.</param>
internal sealed class SearchReader(JsonSection root, SettingErrors errors)
{
    /// <summary>The plan of a search; what depends on several of its parts is not checked.</summary>
    /// <param name="alternatives">The configurations.</param>
    /// <param name="seed">The first seed.</param>
    /// <param name="replicates">Runs of each configuration where they do not race.</param>
    public SearchPlan Read(Alternatives alternatives, long seed, int replicates)
    {
        (ImmutableArray<Rung> rungs, double keep) = ReadRungs(replicates);
        return new SearchPlan(alternatives, seed, rungs, keep)
        {
            Stop = ReadStop(),
            Confirm = Open(SearchSettings.Confirm) is { } confirm
                ? new Confirmation(confirm.Read(SearchSettings.Top), confirm.Read(SearchSettings.FreshSeeds)) : null,
            Enqueued = root.Values.TryGetValue(SearchSettings.Enqueue, out JsonSpot list) ? ReadEnqueued(list, alternatives) : [],
        };
    }

    private (ImmutableArray<Rung> Rungs, double Keep) ReadRungs(int replicates)
    {
        ImmutableArray<Rung> whole = [new Rung(0, replicates, 1)];
        JsonSection? racing = Open(SearchSettings.Racing);
        JsonSection? halving = Open(SearchSettings.Halving);
        if (racing is not null && halving is not null)
        {
            errors.Add($"$.{SearchSettings.Halving}", $"configurations race by their seeds already; keep one of \"{SearchSettings.Racing}\" and \"{SearchSettings.Halving}\".");
        }

        if (racing is not null)
        {
            if (root.Values.ContainsKey(SweepSettings.Replicates.Name))
            {
                errors.Add($"$.{SweepSettings.Replicates.Name}", $"\"{SearchSettings.Racing}\" says how many seeds there are; remove one of the two.");
            }

            ImmutableArray<int> seeds = racing.Require(SearchSettings.Seeds);
            double keep = racing.Read(SearchSettings.Keep);
            return seeds.IsDefaultOrEmpty ? (whole, keep) : ([.. seeds.Select((count, rung) => rung == 0 ? new Rung(0, count, 1) : new Rung(seeds[rung - 1], count - seeds[rung - 1], 1))], keep);
        }

        if (halving is not null)
        {
            ImmutableArray<double> shares = halving.Require(SearchSettings.Shares);
            double keep = halving.Read(SearchSettings.Keep);
            if (!shares.IsDefaultOrEmpty && shares[^1] != 1)
            {
                errors.Add($"$.{SearchSettings.Halving}.{SearchSettings.Shares.Name}", $"the last share is {shares[^1]}; it must be 1, all steps, since only whole runs are ranked.");
            }

            return shares.IsDefaultOrEmpty ? (whole, keep) : ([.. shares.Select(share => new Rung(0, replicates, share))], keep);
        }

        return (whole, SearchSettings.Keep.Default);
    }

    private StopRule? ReadStop()
    {
        if (Open(SearchSettings.Stop) is not { } stop)
        {
            return null;
        }

        if (SearchSettings.KeysOf(SearchSettings.Stop).All(key => !stop.Values.ContainsKey(key)))
        {
            errors.Add($"$.{SearchSettings.Stop}", $"it needs {string.Join(" or ", SearchSettings.KeysOf(SearchSettings.Stop).Select(key => $"\"{key}\""))}.");
        }

        return new StopRule(
            stop.TryRead(SearchSettings.Total, out double total) ? total : null,
            stop.TryRead(SearchSettings.CohortsWithoutImprovement, out int cohorts) ? cohorts : null);
    }

    private ImmutableArray<Point> ReadEnqueued(JsonSpot list, Alternatives alternatives)
    {
        if (list.Element.ValueKind != JsonValueKind.Array || list.Element.GetArrayLength() is 0 or > SearchSettings.MostEnqueued)
        {
            list.Refuse($"a list of 1 to {SearchSettings.MostEnqueued:N0} configurations");
            return [];
        }

        return [.. list.Elements().Select(spot => ReadPoint(spot, alternatives)).OfType<Point>()];
    }

    private Point? ReadPoint(JsonSpot spot, Alternatives alternatives)
    {
        if (spot.Element.ValueKind != JsonValueKind.Object)
        {
            spot.Refuse("an object with a value for every key of the space");
            return null;
        }

        int before = errors.Count;
        Alternative[] rivals = [.. alternatives.Items.Where(alternative => IsOfModel(spot, alternative))];
        if (rivals.Length == 0)
        {
            errors.Add(spot.Member(ModelCatalog.Key, default).Path, $"the space has no such model; its models are {string.Join(", ", alternatives.Models.Select(model => model.Name))}.");
            return null;
        }

        string[] keys = [.. rivals.SelectMany(rival => rival.Axes).Select(axis => axis.Key.Name).Distinct()];
        Dictionary<ConfigurationKey, object> values = [];
        foreach ((string name, JsonSpot value) in new JsonSection(spot, [ModelCatalog.Key, .. keys], FixedHome(rivals)).Values)
        {
            if (name != ModelCatalog.Key && rivals.Select(rival => rival.Model.Find(name)).OfType<ConfigurationKey>().First() is { } key && key.ReadValue(value) is { } told)
            {
                values.Add(key, told);
            }
        }

        if (errors.Count > before)
        {
            return null;
        }

        foreach (Alternative rival in rivals.Where(rival => rival.Axes.Length == values.Count && rival.Axes.All(axis => values.ContainsKey(axis.Key))))
        {
            if (rival.CoordinatesOf(values.Aggregate(rival.Base, (configuration, pair) => configuration.With(pair.Key, pair.Value))) is { } coordinates)
            {
                return new Point(alternatives.Items.IndexOf(rival), coordinates);
            }
        }

        Explain(spot, rivals, values);
        return null;
    }

    private void Explain(JsonSpot spot, Alternative[] rivals, Dictionary<ConfigurationKey, object> values)
    {
        if (rivals is not [var only])
        {
            errors.Add(spot.Path, "no alternative of the space has this configuration: each key of one of them must be there, with one of its values, and no other.");
            return;
        }

        foreach (Axis axis in only.Axes)
        {
            if (!values.TryGetValue(axis.Key, out object? value))
            {
                errors.Add(spot.Member(axis.Key.Name, default).Path, "is missing: a configuration that is tried first has a value for every key of the space.");
            }
            else if (axis.CoordinateOf(value) is null)
            {
                errors.Add(spot.Member(axis.Key.Name, default).Path, $"{axis.Key.Text(value)} is none of the space's values: {axis}.");
            }
        }
    }

    // Where it is not named, the keys tell.
    private static bool IsOfModel(JsonSpot spot, Alternative alternative)
    {
        JsonElement model = spot.Members().FirstOrDefault(member => member.Name == ModelCatalog.Key).Value;
        return model.ValueKind == JsonValueKind.Undefined || ((spot with { Element = model }).TryGetText(out string name) && alternative.Model.Name == name);
    }

    private static Func<string, string?> FixedHome(Alternative[] rivals)
    {
        return name => rivals.Any(rival => rival.Model.Find(name) is not null)
            ? "in \"config\": \"enqueue\" has the keys of the space" : null;
    }

    private JsonSection? Open(string name)
    {
        return root.Values.TryGetValue(name, out JsonSpot spot) ? new JsonSection(spot, SearchSettings.KeysOf(name), _ => null) : null;
    }
}
