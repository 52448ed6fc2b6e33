using System.Globalization;
using ScottPlot;

namespace GanSweep.Reporting.Plots;

/// <summary>Inks as the colours that ScottPlot draws with, and back: each colour that it writes is a number that stands for an ink.</summary>
internal static class Inks
{
    public static Color ColorOf(Ink ink, double opacity = 1)
    {
        return new Color(1, 1, (byte)(1 + (int)ink)).WithAlpha(opacity);
    }

    /// <summary>The ink's name in the style, or null for a colour that is none of ours.</summary>
    public static string? NameOf(string color)
    {
        return color.StartsWith("#0101", StringComparison.Ordinal)
            && int.TryParse(color.AsSpan(5), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out int number)
            && Enum.IsDefined((Ink)(number - 1))
                ? ((Ink)(number - 1)).ToString().ToLowerInvariant()
                : null;
    }
}
