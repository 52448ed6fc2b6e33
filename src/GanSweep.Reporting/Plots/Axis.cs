using System.Collections.Immutable;

namespace GanSweep.Reporting.Plots;

/// <summary>An axis: its ends, its ticks and its title. On a logarithmic one positions are decimal logarithms.</summary>
internal sealed record Axis(double Low, double High, ImmutableArray<Tick> Ticks, string Title)
{
    /// <summary>A range of values that reads better in powers of ten.</summary>
    private const double ManyTimes = 30;

    public bool IsLogarithmic { get; private init; }

    /// <summary>Whether lines are drawn at the ticks.</summary>
    public bool HasGrid { get; init; } = true;

    public static Axis Linear(double low, double high, string title, int ticks = 5)
    {
        (double from, double to) = Widened(low, high);
        return new Axis(from, to, TickSteps.Linear(from, to, ticks), title);
    }

    /// <summary>Around the values with a little room; in powers of ten if they are positive and span many times the smallest.</summary>
    public static Axis Around(IEnumerable<double> values, string title, int ticks = 5)
    {
        double[] finite = [.. values.Where(double.IsFinite)];
        if (finite.Length == 0)
        {
            return Linear(0, 1, title, ticks);
        }

        double low = finite.Min();
        double high = finite.Max();
        if (low > 0 && high / low > ManyTimes)
        {
            double room = 0.04 * Math.Log10(high / low);
            (double from, double to) = (Math.Log10(low) - room, Math.Log10(high) + room);
            return new Axis(from, to, TickSteps.Logarithmic(from, to, ticks), title) { IsLogarithmic = true };
        }

        (low, high) = Widened(low, high);
        return Linear(low - (0.04 * (high - low)), high + (0.04 * (high - low)), title, ticks);
    }

    /// <summary>One place for each label, at 0, 1, 2, …</summary>
    public static Axis Categories(IReadOnlyList<string> labels)
    {
        return new Axis(-0.6, labels.Count - 0.4, [.. labels.Select((label, index) => new Tick(index, label))], "") { HasGrid = false };
    }

    /// <summary>The position of a value. What lies far outside stays just outside, so that no number on the way is too large.</summary>
    public double Place(double value)
    {
        double position = IsLogarithmic ? Math.Log10(value) : value;
        return Math.Clamp(position, Low - (High - Low), High + (High - Low));
    }

    /// <summary>The place of a value between the ends: 0 at the lower one, 1 at the upper one. Columns of any size are drawn alike so.</summary>
    public double Share(double value)
    {
        return ShareOf(Place(value));
    }

    /// <summary>The place of a position between the ends.</summary>
    public double ShareOf(double position)
    {
        return (position - Low) / (High - Low);
    }

    private static (double Low, double High) Widened(double low, double high)
    {
        double room = Math.Max(Math.Abs(low), Math.Abs(high)) * 1e-9;
        if (high - low > room)
        {
            return (low, high);
        }

        double half = low == 0 ? 0.5 : Math.Abs(low) * 0.1;
        return (low - half, high + half);
    }
}
