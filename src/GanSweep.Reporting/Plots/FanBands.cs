using GanSweep.Reporting.Html;
using GanSweep.Reporting.Statistics;

namespace GanSweep.Reporting.Plots;

/// <summary>A fan of quantiles: a light band from 5 % to 95 %, a darker one from 25 % to 75 %, and the median as a line.</summary>
internal static class FanBands
{
    private const double Outer = 0.16;
    private const double Inner = 0.24;

    /// <summary>What they stand for.</summary>
    public static Markup Key => Legend.Of(
        Legend.Line(Ink.Real, "real"),
        Legend.Line(Ink.Synthetic, "synthetic: the median, and thin two single paths"),
        Legend.Block(Ink.Synthetic, "from 25 % to 75 %", 1 - ((1 - Outer) * (1 - Inner))),
        Legend.Block(Ink.Synthetic, "from 5 % to 95 %", Outer));

    /// <summary>Draws it.</summary>
    /// <param name="panel">The panel, whose horizontal axis is of rows.</param>
    /// <param name="fan">The quantiles.</param>
    public static Panel Fan(this Panel panel, PathFan fan)
    {
        double[] rows = [.. fan.Rows.Select(row => (double)row)];
        if (rows.Length == 0)
        {
            return panel;
        }

        Panel Band(int low, int high, double opacity)
        {
            return panel.Shape([.. rows, .. rows.Reverse()], [.. fan.Quantiles[low], .. fan.Quantiles[high].Reverse()], Ink.Synthetic, opacity);
        }

        Band(0, 4, Outer);
        Band(1, 3, Inner);
        return panel.Line(rows, fan.Quantiles[2], Ink.Synthetic, 1.3f);
    }
}
