using System.Globalization;

namespace GanSweep.Reporting.Plots;

/// <summary>The shares of pairs of levels: in numbers per cent real/synthetic, in colour their difference, blue where there are too many.</summary>
internal static class ShareMap
{
    private const double RoomOfRows = 80;
    private const double RoomOfColumns = 56;
    private const double StrongestInk = 0.62;
    private const double FullDifference = 0.05;
    private const double LeastShare = 0.005;

    /// <param name="title">What it shows.</param>
    /// <param name="rows">The names of the rows, the first at the top.</param>
    /// <param name="columns">The names of the columns.</param>
    /// <param name="real">The real shares, <c>[rows, columns]</c>.</param>
    /// <param name="synthetic">Likewise.</param>
    public static Panel Of(string title, IReadOnlyList<string> rows, IReadOnlyList<string> columns, double[,] real, double[,] synthetic)
    {
        string[] left = [.. rows.Select(name => TextWidth.Fitted(name, RoomOfRows))];
        string[] below = [.. columns.Select(name => TextWidth.Fitted(name, RoomOfColumns))];
        double widest = below.Max(TextWidth.Of);
        bool isUpright = widest + 4 > (246 - left.Max(TextWidth.Of)) / columns.Count;
        Panel panel = new(title, Places(below), Places([.. left.Reverse()]))
        {
            Width = 270,
            Height = Math.Max(120, 40 + (26 * rows.Count)) + (isUpright ? (int)widest : 0),
            HasUprightLabels = isUpright,
            Description = $"Shares of {title}, real and synthetic",
        };
        for (int i = 0; i < rows.Count; i++)
        {
            int row = rows.Count - 1 - i;
            for (int j = 0; j < columns.Count; j++)
            {
                double difference = synthetic[i, j] - real[i, j];
                if (Math.Abs(difference) > 0.0005)
                {
                    double opacity = StrongestInk * Math.Min(1, Math.Abs(difference) / FullDifference);
                    panel.Block(j - 0.5, j + 0.5, row - 0.5, row + 0.5, difference > 0 ? Ink.Real : Ink.Synthetic, opacity);
                }

                if (Math.Max(real[i, j], synthetic[i, j]) >= LeastShare)
                {
                    panel.Text(j, row, $"{Percent(real[i, j])}/{Percent(synthetic[i, j])}");
                }
            }
        }

        return panel;
    }

    private static Axis Places(string[] labels)
    {
        return Axis.Categories(labels) with { Low = -0.5, High = labels.Length - 0.5 };
    }

    private static string Percent(double share)
    {
        return (100 * share).ToString("0", CultureInfo.InvariantCulture);
    }
}
