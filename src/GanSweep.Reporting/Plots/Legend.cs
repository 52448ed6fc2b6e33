using System.Globalization;
using GanSweep.Reporting.Html;

namespace GanSweep.Reporting.Plots;

/// <summary>What the lines and markers of the panels below it stand for.</summary>
internal static class Legend
{
    public static Markup RealAndSyntheticLines => Of(Line(Ink.Real, "real"), Line(Ink.Synthetic, "synthetic"));

    public static Markup RealAndSyntheticPoints => Of(Dot(Ink.Real, "real"), Cross(Ink.Synthetic, "synthetic"));

    public static Markup RealAndSyntheticBars => Of(Block(Ink.Real, "real"), Block(Ink.Synthetic, "synthetic"));

    public static Markup Of(params IEnumerable<Markup> entries)
    {
        return Markup.Of($"<ul class=\"key\">{Markup.Join(entries)}</ul>");
    }

    public static Markup Line(Ink ink, string text)
    {
        return Entry(text, "line", ink, "M0 6h34", 2);
    }

    public static Markup Dot(Ink ink, string text)
    {
        return Entry(text, "dot", ink, "M8 6h0M24 6h0", 6);
    }

    public static Markup Cross(Ink ink, string text)
    {
        return Entry(text, "line", ink, "M6 4l4 4M10 4l-4 4M22 4l4 4M26 4l-4 4", 1);
    }

    public static Markup Block(Ink ink, string text, double opacity = 1)
    {
        return Entry(text, "fill", ink, "M2 2h30v8h-30z", 0, opacity);
    }

    private static Markup Entry(string text, string kind, Ink ink, string path, int width, double opacity = 1)
    {
        string look = opacity == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" opacity=\"{opacity:0.##}\"");
        Markup drawing = new(
            $"<svg class=\"plot\" viewBox=\"0 0 34 12\" aria-hidden=\"true\"><path class=\"{kind}-{ink.ToString().ToLowerInvariant()}\" "
                + $"stroke-width=\"{width}\"{look} d=\"{path}\"/></svg>");
        return Markup.Of($"<li>{drawing}{text}</li>");
    }
}
