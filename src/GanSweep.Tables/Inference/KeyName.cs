using System.Collections.Frozen;

namespace GanSweep.Tables.Inference;

/// <summary>Names that keys have.</summary>
internal static class KeyName
{
    private static readonly FrozenSet<string> Words = new[]
    {
        "id", "ids", "key", "uuid", "guid", "index", "rownames", "rowname", "rownum", "instant", "no", "nr", "number", "row", "identifier",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether one of the words of a name is that of a key: Row ID, PassengerId, respondent_id.</summary>
    public static bool Is(string name)
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

                if (Words.Contains(name[start..at]))
                {
                    return true;
                }

                start = at;
            }
        }

        return false;
    }
}
