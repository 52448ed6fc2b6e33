using F23.StringSimilarity;

namespace GanSweep.Tables.Text;

/// <summary>What a name that there is not may mean.</summary>
internal static class Nearest
{
    // Longer names are no slips of the finger, and comparing them would take long.
    private const int LongestName = 48;

    private static readonly OptimalStringAlignment Edits = new();

    /// <summary>A text in quotes, safe to be shown.</summary>
    public static string Quoted(string text)
    {
        return $"\"{Unprintable.Escaped(text)}\"";
    }

    /// <summary><c>; the nearest is "age"</c>; nothing if none is near.</summary>
    public static string Hint(string name, IEnumerable<string> known)
    {
        return Of(name, known) is { } nearest ? $"; the nearest is {Quoted(nearest)}" : string.Empty;
    }

    /// <summary>
    /// Of the names that there are the one that takes the fewest edits, each a letter put in, taken out or made another, or two neighbours exchanged; the first
    /// of several. Upper and lower case are the same. It takes at most one, or one for three letters of the shorter name where that is more. Null if none is so
    /// near, or the name is empty or of more than 48 letters.
    /// </summary>
    public static string? Of(string name, IEnumerable<string> known)
    {
        return name.Length is 0 or > LongestName
            ? null
            : known.Where(each => each.Length <= 2 * LongestName)
                .Select(each => new Candidate(each, (int)Edits.Distance(each.ToLowerInvariant(), name.ToLowerInvariant())))
                .Where(each => each.Edits <= Math.Max(1, Math.Min(each.Name.Length, name.Length) / 3))
                .MinBy(each => each.Edits)?.Name;
    }

    private sealed record Candidate(string Name, int Edits);
}
