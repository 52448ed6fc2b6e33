using System.Globalization;

namespace GanSweep.Settings.Values;

/// <summary>
/// Numbers from a least to a greatest one, as "space" has them. A number that is drawn from it is rounded to what a person reads and types: to the step
/// where there is one, else to three significant digits, to whole numbers where the key takes no others; of fewer than a thousand of those each is one that is drawn.
/// </summary>
/// <param name="Minimum">The least.</param>
/// <param name="Maximum">The greatest.</param>
/// <param name="IsLogarithmic">Whether they are drawn by their logarithms: from 0.001 to 0.01 as many as from 0.01 to 0.1.</param>
/// <param name="Step">The distance of two neighbours, counted from the least; null if there is none.</param>
/// <param name="IsWhole">Whether they are whole.</param>
public sealed record NumberRange(double Minimum, double Maximum, bool IsLogarithmic, double? Step, bool IsWhole)
{
    // Of a sum of two decimals: what is beyond them is rounding's.
    private const string Digits = "G12";

    // As many as three digits tell apart.
    private const int MostTold = 1_000;

    /// <summary>The nearest number of the range to one that was drawn, as it is read and typed.</summary>
    /// <param name="drawn">Any finite number.</param>
    public double Round(double drawn)
    {
        double inside = Math.Clamp(drawn, Minimum, Maximum);
        if (Step is { } step)
        {
            double steps = Math.Min(Math.Round((inside - Minimum) / step), Math.Floor(((Maximum - Minimum) / step) + 1e-9));
            return Math.Clamp(Shortened(Minimum + (steps * step), Digits), Minimum, Maximum);
        }

        double whole = IsWhole ? Math.Round(inside) : inside;
        return IsWhole && Maximum - Minimum + 1 < MostTold ? whole : Math.Clamp(Shortened(whole, "G3"), Minimum, Maximum);
    }

    /// <summary>Whether a number lies in the range, and on its step.</summary>
    /// <param name="number">The number.</param>
    public bool Contains(double number)
    {
        return number >= Minimum && number <= Maximum && (Step is null || Round(number) == number);
    }

    /// <summary>The range as a cell of a table: 0.0003 to 0.01 (log), 16 to 128 by 16.</summary>
    public override string ToString()
    {
        string by = Step is { } step ? $" by {Text(step)}" : "";
        return $"{Text(Minimum)} to {Text(Maximum)}{by}{(IsLogarithmic ? " (log)" : "")}";
    }

    private static string Text(double number)
    {
        return CellText.OfNumber(number.ToString("R", CultureInfo.InvariantCulture));
    }

    private static double Shortened(double number, string format)
    {
        return double.Parse(number.ToString(format, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }
}
