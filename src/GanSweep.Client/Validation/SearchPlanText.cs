using System.Globalization;
using GanSweep.Client.Output;
using GanSweep.Documents;
using GanSweep.Tables.Text;

namespace GanSweep.Client.Validation;

/// <summary>What a search will do, in words.</summary>
internal static class SearchPlanText
{
    /// <summary>Each part of it and what that does; nothing of a grid that trains every combination under every seed.</summary>
    public static IEnumerable<(string Part, string Does)> Lines(ValidationDocument document)
    {
        if (document is not { Search: { } search, Strategy: { } strategy })
        {
            yield break;
        }

        yield return ("strategy", $"{strategy.Summary}: {Amount.Of(search.Configurations, "configuration")}"
            + (search.Cohort is { } cohort ? $", in cohorts of {cohort}" : "")
            + (search.Enqueued > 0 ? $", those of \"enqueue\" ({Figures.Count(search.Enqueued)}) first" : ""));
        if (search.Rungs.Count > 1)
        {
            bool isHalving = search.Rungs.Any(rung => rung.Share < 1);
            foreach ((int index, SearchPlanDocument.RungDocument rung) in search.Rungs.Index())
            {
                yield return ($"rung {index + 1}", Rung(rung, index == 0, isHalving));
            }
        }

        if (search.Stop is { } stop)
        {
            string[] when =
            [
                .. stop.Total is { } total ? [string.Create(CultureInfo.InvariantCulture, $"once a mean total is {total} or lower")] : Array.Empty<string>(),
                .. stop.CohortsWithoutImprovement is { } cohorts ? [$"after {Amount.Of(cohorts, "cohort")} in a row without anything better"] : Array.Empty<string>(),
            ];
            yield return ("stops", string.Join(", or ", when));
        }

        if (search.Confirm is { } confirm)
        {
            yield return ("confirms", $"{Best(confirm.Top)} under {Amount.Of(confirm.Seeds, "fresh seed")}{(confirm.Top == 1 ? "" : " each")}");
        }
    }

    private static string Rung(SearchPlanDocument.RungDocument rung, bool isFirst, bool isHalving)
    {
        string who = isFirst ? Amount.Of(rung.Configurations, "configuration") : Best(rung.Configurations);
        string steps = !isHalving ? "" : rung.Share < 1 ? string.Create(CultureInfo.InvariantCulture, $", {rung.Share * 100:0.#} % of the steps") : ", all steps";
        return $"{who}{steps}, {Amount.Of(rung.Seeds, "seed")}{(rung.Configurations == 1 ? "" : " each")}";
    }

    private static string Best(int count)
    {
        return count == 1 ? "the best one" : $"the best {Figures.Count(count)}";
    }
}
