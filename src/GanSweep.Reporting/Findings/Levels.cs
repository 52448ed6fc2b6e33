using GanSweep.Reporting.Html;
using GanSweep.Reporting.Statistics;

namespace GanSweep.Reporting.Findings;

/// <summary>What is wrong with the levels of a column, in words.</summary>
internal static class Levels
{
    private const int MostNamed = 4;

    // How often chance alone may call one of a column's levels missed.
    private const double Chance = 0.01;

    // A difference of shares is told from this on, if it is as many of its standard deviations.
    private const double LeastDifference = 0.01;
    private const double LeastDeviations = 4;

    /// <summary>The levels that the generator missed, has too many of, or made up; null if there are none.</summary>
    public static string? Of(LevelTally tally)
    {
        double Wanted(LevelCount level)
        {
            return tally.RealShare(level.Real) * tally.SyntheticRows;
        }

        // Of λ expected cells chance leaves none with the probability e^−λ; the more levels, the more chances.
        double expected = Math.Log(Math.Max(1, tally.Levels.Length) / Chance);
        LevelCount[] absent = [.. tally.Levels.Where(level => level.Synthetic == 0)];
        LevelCount[] missed = [.. absent.Where(level => Wanted(level) >= expected)];
        LevelCount[] many = [.. tally.Levels.Where(level => IsTooMany(tally, level)).OrderByDescending(level => Excess(tally, level))];
        LevelCount[] invented = [.. tally.Levels.Where(level => level.Real == 0).OrderByDescending(level => level.Synthetic)];
        int rare = absent.Length - missed.Length;
        string[] remarks =
        [
            .. Remark("Missed", missed, level => $"real {Numbers.Percent(tally.RealShare(level.Real))}"),
            .. Remark(
                "Too many", many, level => $"{Numbers.Percent(tally.SyntheticShare(level.Synthetic))}, real {Numbers.Percent(tally.RealShare(level.Real))}"),
            .. Remark("In no real row", invented, level => Numbers.Percent(tally.SyntheticShare(level.Synthetic))),
            .. rare > 0
                ? [$"{rare}{(missed.Length > 0 ? " more" : "")} of the rarest {(rare == 1 ? "does" : "do")} not appear, which may be chance."]
                : Array.Empty<string>(),
        ];
        return remarks.Length == 0 ? null : string.Join(' ', remarks);
    }

    private static IEnumerable<string> Remark(string what, LevelCount[] levels, Func<LevelCount, string> share)
    {
        string named = string.Join(", ", levels.Take(MostNamed).Select(level => $"{LevelText.Quoted(level.Name)} ({share(level)})"));
        return levels.Length == 0 ? [] : [$"{what}: {named}{(levels.Length > MostNamed ? $" and {levels.Length - MostNamed} more" : "")}."];
    }

    private static double Excess(LevelTally tally, LevelCount level)
    {
        return tally.SyntheticShare(level.Synthetic) - tally.RealShare(level.Real);
    }

    private static bool IsTooMany(LevelTally tally, LevelCount level)
    {
        double share = tally.RealShare(level.Real);
        double deviation = Math.Sqrt(share * (1 - share) * ((1.0 / Math.Max(1, tally.RealRows)) + (1.0 / Math.Max(1, tally.SyntheticRows))));
        double excess = Excess(tally, level);
        return level.Real > 0 && excess >= LeastDifference && excess > LeastDeviations * deviation;
    }
}
