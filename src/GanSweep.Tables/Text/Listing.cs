using System.Globalization;

namespace GanSweep.Tables.Text;

/// <summary>Lists in words.</summary>
public static class Listing
{
    /// <summary>a, b, c; of more than <paramref name="most"/> the first of them: a, b, … (1,234 in all).</summary>
    /// <param name="items">The items.</param>
    /// <param name="most">How many are named.</param>
    public static string Of(IReadOnlyCollection<string> items, int most)
    {
        ArgumentNullException.ThrowIfNull(items);
        return string.Join(", ", items.Take(most))
            + (items.Count > most ? $", … ({items.Count.ToString("N0", CultureInfo.InvariantCulture)} in all)" : "");
    }
}
