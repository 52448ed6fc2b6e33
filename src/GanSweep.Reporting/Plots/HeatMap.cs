using System.Globalization;

namespace GanSweep.Reporting.Plots;

/// <summary>A correlation matrix as a panel: blue above 0, orange below, the stronger the farther; a dash where none is defined.</summary>
internal static class HeatMap
{
    private const int MostNumbers = 10;
    private const double MostRoom = 78;
    private const double StrongestInk = 0.62;

    /// <param name="title">What it shows.</param>
    /// <param name="names">The columns' names.</param>
    /// <param name="values">One of each pair, <c>[columns, columns]</c>.</param>
    /// <param name="full">The value that gets the strongest colour.</param>
    public static Panel Of(string title, IReadOnlyList<string> names, double[,] values, double full)
    {
        int count = names.Count;
        string[] labels = [.. names.Select(name => TextWidth.Fitted(name, MostRoom))];
        double widest = labels.Max(TextWidth.Of);
        bool isUpright = widest + 4 > (284 - widest) / count;
        Axis columns = Places(labels);
        Axis rows = Places([.. labels.Reverse()]);
        Panel panel = new(title, columns, rows)
        {
            Height = 265 + (isUpright ? (int)widest - 40 : 0),
            HasUprightLabels = isUpright,
            Description = $"{title} of {count} columns",
        };
        for (int i = 0; i < count; i++)
        {
            for (int j = 0; j < count; j++)
            {
                double value = values[i, j];
                int row = count - 1 - i;
                if (Math.Abs(value) > 0.005)
                {
                    double opacity = StrongestInk * Math.Min(1, Math.Abs(value) / full);
                    panel.Block(j - 0.5, j + 0.5, row - 0.5, row + 0.5, value > 0 ? Ink.Real : Ink.Synthetic, opacity);
                }

                if (count <= MostNumbers || !double.IsFinite(value))
                {
                    panel.Text(j, row, Number(value, count > 6));
                }
            }
        }

        return panel;
    }

    /// <summary>A matrix of the real table, that of the synthetic one, and their difference.</summary>
    /// <param name="kind">What they show.</param>
    /// <param name="names">The columns' names.</param>
    /// <param name="real">One of each pair, −1 to 1, <c>[columns, columns]</c>.</param>
    /// <param name="synthetic">Likewise.</param>
    /// <param name="fullDifference">The difference that gets the strongest colour.</param>
    public static Panel[] Compare(string kind, IReadOnlyList<string> names, double[,] real, double[,] synthetic, double fullDifference)
    {
        double[,] difference = new double[names.Count, names.Count];
        for (int i = 0; i < names.Count; i++)
        {
            for (int j = 0; j < names.Count; j++)
            {
                difference[i, j] = synthetic[i, j] - real[i, j];
            }
        }

        return
        [
            Of($"{kind}, real", names, real, 1),
            Of($"{kind}, synthetic", names, synthetic, 1),
            Of($"{kind}, difference", names, difference, fullDifference),
        ];
    }

    private static Axis Places(string[] labels)
    {
        // Labels that would touch one another are left out evenly.
        int every = 1 + ((labels.Length - 1) / 20);
        Axis all = Axis.Categories([.. labels.Select((label, index) => index % every == 0 ? label : "")]);
        return all with { Low = -0.5, High = labels.Length - 0.5 };
    }

    private static string Number(double value, bool isNarrow)
    {
        if (!double.IsFinite(value))
        {
            return Html.Numbers.None;
        }

        string number = Math.Round(value, 2).ToString(isNarrow ? ".##" : "0.00", CultureInfo.InvariantCulture);
        return number switch
        {
            "" or "-" => "0",
            "-0.00" => "0.00",
            _ => number.Replace('-', '−'),
        };
    }
}
