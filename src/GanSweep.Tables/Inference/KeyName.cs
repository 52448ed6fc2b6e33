using System.Collections.Frozen;

namespace GanSweep.Tables.Inference;

/// <summary>Names that keys have.</summary>
internal static class KeyName
{
    // Words that mean nothing else.
    private static readonly FrozenSet<string> SureWords =
        new[] { "id", "ids", "uuid", "guid", "rownames", "rowname", "rownum", "identifier" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Words =
        SureWords.Concat(["key", "index", "instant", "no", "nr", "number", "row"]).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether one of the words of a name is that of a key: Row ID, PassengerId, respondent_id.</summary>
    public static bool Is(string name)
    {
        return HasOneOf(Words, name);
    }

    /// <summary>Whether one of them means nothing but a key: the number of rooms and the index of prices are none.</summary>
    public static bool IsSure(string name)
    {
        return HasOneOf(SureWords, name);
    }

    private static bool HasOneOf(FrozenSet<string> words, string name)
    {
        int start = 0;
        for (int at = 1; at <= name.Length; at++)
        {
            bool ends = at == name.Length || !char.IsLetter(name[at]) || (char.IsUpper(name[at]) && char.IsLower(name[at - 1]));
            if (ends)
            {
                while (start < at && !char.IsLetter(name[start]))
                {
                    start++;
                }

                if (words.Contains(name[start..at]))
                {
                    return true;
                }

                start = at;
            }
        }

        return false;
    }
}
