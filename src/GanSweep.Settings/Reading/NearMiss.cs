using F23.StringSimilarity;

namespace GanSweep.Settings.Reading;

/// <summary>Finds what was meant by a word that is almost right.</summary>
public static class NearMiss
{
    // Longer words are no slips of the finger, and comparing them would take long.
    private const int MaximumLength = 48;

    private static readonly OptimalStringAlignment Edits = new();

    /// <summary><c>; did you mean "a" or "b"?</c>, or a full stop when nothing is near.</summary>
    /// <param name="word">The word.</param>
    /// <param name="candidates">What may be meant.</param>
    public static string Hint(string word, IReadOnlyCollection<string> candidates)
    {
        ArgumentNullException.ThrowIfNull(word);
        ArgumentNullException.ThrowIfNull(candidates);
        string[] nearest = Nearest(word, candidates);
        return nearest.Length == 0 ? "." : $"; did you mean {string.Join(" or ", nearest.Select(name => $"\"{name}\""))}?";
    }

    private static string[] Nearest(string word, IReadOnlyCollection<string> candidates)
    {
        if (word.Length is 0 or > MaximumLength)
        {
            return [];
        }

        return candidates.GroupBy(candidate => Distance(word, candidate))
            .Where(group => group.Key < int.MaxValue)
            .MinBy(group => group.Key)?.ToArray() ?? [];
    }

    // The edits between the words, at most one for three letters; a part of a name ("learningRate") is near, but farther than any slip.
    private static int Distance(string word, string candidate)
    {
        string written = Plain(word);
        string allowed = Plain(candidate);
        int edits = (int)Edits.Distance(written, allowed);
        if (edits <= Math.Max(1, Math.Min(written.Length, allowed.Length) / 3))
        {
            return edits;
        }

        bool isPart = Math.Min(written.Length, allowed.Length) >= 4
            && (allowed.Contains(written, StringComparison.Ordinal) || written.Contains(allowed, StringComparison.Ordinal));
        return isPart ? MaximumLength : int.MaxValue;
    }

    // non_saturating, Non-Saturating and nonSaturating differ in manners only.
    private static string Plain(string word)
    {
        return word.Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal)
            .Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();
    }
}
