namespace GanSweep.Tables.Schema;

/// <summary>
/// How the keys of a column look: a pattern in which # stands for a digit, A for a capital and a for a small letter, x for a hexadecimal digit of small letters
/// and \h for one of capitals, and \ makes anything else that follows it itself. Without a pattern keys are the numbers from <see cref="First"/> on.
/// </summary>
/// <param name="Pattern">The pattern; null for consecutive numbers.</param>
/// <param name="First">The first number.</param>
public sealed record KeyForm(string? Pattern, long First)
{
    /// <summary>What follows \ where a hexadecimal digit of capitals stands. Files of before it have none: nothing but the other signs was ever escaped.</summary>
    public const char CapitalHexadecimal = 'h';

    /// <summary>The most places of a pattern.</summary>
    public const int MostPlaces = 64;

    /// <summary>Whether there are such keys: numbers from 0 or above on, or a pattern of 1 to <see cref="MostPlaces"/> places of visible ASCII.</summary>
    internal bool CanBeMade => First >= 0 && (Pattern is null || IsPattern(Pattern));

    private static bool IsPattern(string pattern)
    {
        int places = 0;
        for (int at = 0; at < pattern.Length && places <= MostPlaces; at++, places++)
        {
            at += pattern[at] == '\\' ? 1 : 0;
            if (at == pattern.Length || pattern[at] is <= ' ' or >= (char)127)
            {
                return false;
            }
        }

        return places is > 0 and <= MostPlaces;
    }
}
