namespace GanSweep.Reporting.Plots;

/// <summary>
/// How wide a text may come out at 11 px. The font is the reader's; these are the widths of one of the widest that browsers come with.
/// </summary>
internal static class TextWidth
{
    private const double Narrow = 4.2;
    private const double Usual = 7;
    private const double Capital = 8.2;
    private const double Wide = 11;

    public static double Of(string text)
    {
        return text.Sum(Of);
    }

    /// <summary>The text, or as much of its beginning as there is room for.</summary>
    public static string Fitted(string text, double room)
    {
        if (Of(text) <= room)
        {
            return text;
        }

        double left = room - Wide;
        string begin = string.Concat(text.TakeWhile(letter => (left -= Of(letter)) >= 0));

        // Half a letter is none.
        return (begin.Length > 0 && char.IsHighSurrogate(begin[^1]) ? begin[..^1] : begin) + "…";
    }

    private static double Of(char letter)
    {
        return letter switch
        {
            'm' or 'w' or 'M' or 'W' or '@' or '%' or '…' or > '\u2fff' => Wide,
            'i' or 'j' or 'l' or 'f' or 't' or 'I' or '.' or ',' or ':' or ';' or '\'' or '|' or '!' or ' ' or '-' or '(' or ')' or '[' or ']' => Narrow,
            _ when char.IsUpper(letter) => Capital,
            _ => Usual,
        };
    }
}
