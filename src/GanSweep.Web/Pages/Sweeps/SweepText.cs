using System.Globalization;
using GanSweep.Contracts.Sweeps;
using GanSweep.Reporting.Html;

namespace GanSweep.Web.Pages.Sweeps;

/// <summary>How sweeps are spoken of.</summary>
internal static class SweepText
{
    /// <summary>Where it stands.</summary>
    public static Markup State(SweepState state)
    {
        string name = state.ToString().ToLowerInvariant();
        return Markup.Of($"<span class=\"state {name}\">{name}</span>");
    }

    /// <summary>A share as a bar.</summary>
    public static Markup Bar(double share)
    {
        string percent = Math.Floor(100 * Math.Clamp(share, 0, 1)).ToString("0", CultureInfo.InvariantCulture);
        return Markup.Of($"<progress max=\"100\" value=\"{percent}\" aria-label=\"done\">{percent} %</progress> {percent}\u00a0%");
    }
}
