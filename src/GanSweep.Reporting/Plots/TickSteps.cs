using System.Collections.Immutable;
using System.Globalization;

namespace GanSweep.Reporting.Plots;

/// <summary>Round numbers along an axis, their labels as short as they can be told apart.</summary>
internal static class TickSteps
{
    // Labels and the gaps between them, side by side in a panel.
    private const int MostLetters = 36;

    /// <summary>At steps of 1, 2 or 5 times a power of ten, about as many as are wanted, fewer if their labels are long.</summary>
    public static ImmutableArray<Tick> Linear(double low, double high, int wanted)
    {
        ImmutableArray<Tick> ticks = About(low, high, wanted);
        return wanted > 1 && ticks.Sum(tick => tick.Label.Length + 2) > MostLetters ? Linear(low, high, wanted - 1) : ticks;
    }

    /// <summary>At powers of ten, and at twice and five times these where there are few. Positions are logarithms.</summary>
    public static ImmutableArray<Tick> Logarithmic(double low, double high, int wanted)
    {
        int every = Math.Max(1, (int)Math.Ceiling((high - low) / (wanted + 2)));
        double[] digits = high - low <= 2.2 ? [1, 2, 5] : [1];
        return
        [
            .. from power in Enumerable.Range((int)Math.Floor(low), (int)(Math.Ceiling(high) - Math.Floor(low)) + 1)
               where power % every == 0
               from digit in digits
               let position = power + Math.Log10(digit)
               where position >= low && position <= high
               select new Tick(position, Html.Numbers.Rounded(digit * Math.Pow(10, power))),
        ];
    }

    private static ImmutableArray<Tick> About(double low, double high, int wanted)
    {
        double rough = (high - low) / Math.Max(1, wanted);
        double power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        double step = power * (rough / power) switch { <= 1.41 => 1, <= 3.16 => 2, <= 7.07 => 5, _ => 10 };
        double first = Math.Ceiling((low / step) - 1e-9);
        double last = Math.Floor((high / step) + 1e-9);
        double size = Math.Max(Math.Abs(low), Math.Abs(high));
        return [.. Enumerable.Range(0, (int)(last - first) + 1).Select(i => (first + i) * step).Select(value => new Tick(value, Label(value, step, size)))];
    }

    private static string Label(double value, double step, double size)
    {
        if (size is < 1e-3 or >= 1e6)
        {
            int digits = Math.Clamp((int)Math.Round(Math.Log10(size / step)) + 1, 1, 6);
            return Html.Numbers.Rounded(value, digits);
        }

        int decimals = Math.Max(0, -(int)Math.Floor(Math.Log10(step) + 1e-9));
        string label = value.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return label.StartsWith('-') ? "−" + label[1..] : label;
    }
}
