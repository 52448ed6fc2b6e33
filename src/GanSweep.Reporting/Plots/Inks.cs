using System.Globalization;
using ScottPlot;

namespace GanSweep.Reporting.Plots;

/// <summary>Inks as the colours that ScottPlot draws with, and back: each colour that it writes is a number that stands for an ink.</summary>
internal static class Inks
{
    private const string Plain = "#0101";
    private const string Crossed = "#0102";

    public static Color ColorOf(Ink ink, double opacity = 1)
    {
        return new Color(1, 1, (byte)(1 + (int)ink)).WithAlpha(opacity);
    }

    /// <summary>The colour of a circle that stands for a cross.</summary>
    public static Color CrossOf(Ink ink, double opacity)
    {
        return new Color(1, 2, (byte)(1 + (int)ink)).WithAlpha(opacity);
    }

    /// <summary>Whether a colour is that of a cross.</summary>
    public static bool IsCross(string? color)
    {
        return color?.StartsWith(Crossed, StringComparison.Ordinal) == true;
    }

    /// <summary>The ink's name in the style, or null for a colour that is none of ours.</summary>
    public static string? NameOf(string color)
    {
        return (color.StartsWith(Plain, StringComparison.Ordinal) || IsCross(color))
            && int.TryParse(color.AsSpan(Plain.Length), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out int number)
            && Enum.IsDefined((Ink)(number - 1))
                ? ((Ink)(number - 1)).ToString().ToLowerInvariant()
                : null;
    }
}
