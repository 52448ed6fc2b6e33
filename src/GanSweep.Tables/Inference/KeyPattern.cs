using System.Text;
using GanSweep.Tables.Schema;

namespace GanSweep.Tables.Inference;

/// <summary>The pattern of texts of one length: of each place, what all of them have there.</summary>
internal sealed class KeyPattern
{
    // By place: the first letter, and what all fit.
    private char[]? _first;
    private Fit[] _fits = [];

    /// <summary>Whether they have one.</summary>
    public bool Fits { get; private set; } = true;

    /// <summary>Sees a text.</summary>
    public void See(string text)
    {
        if (_first is null)
        {
            Fits = text.Length is > 0 and <= KeyForm.MostPlaces && text.All(letter => letter is > ' ' and < (char)127);
            _first = text.ToCharArray();
            _fits = [.. text.Select(letter => Fit.Itself | FitOf(letter))];
            return;
        }

        Fits = Fits && text.Length == _first.Length;
        for (int at = 0; Fits && at < text.Length; at++)
        {
            _fits[at] &= FitOf(text[at]) | (text[at] == _first[at] ? Fit.Itself : Fit.None);
            Fits = _fits[at] != Fit.None;
        }
    }

    /// <summary>The pattern, as a key's form has it; null if there is none, or nothing in it differs.</summary>
    public string? Build()
    {
        if (!Fits || _first is null)
        {
            return null;
        }

        // A digit that all have is chance, but in hexadecimal ones: there it is a version.
        Fit hexadecimal = _fits.Aggregate(Fit.None, (all, fit) => all | (fit is Fit.SmallHexadecimal or Fit.CapitalHexadecimal ? fit : Fit.None));
        bool differs = false;
        StringBuilder pattern = new();
        foreach ((int at, Fit fit) in _fits.Index())
        {
            if (fit.HasFlag(Fit.Itself) && (hexadecimal != Fit.None || !char.IsAsciiDigit(_first[at])))
            {
                _ = (_first[at] is '#' or 'A' or 'a' or 'x' or '\\' ? pattern.Append('\\') : pattern).Append(_first[at]);
            }
            else
            {
                differs = true;
                pattern.Append(PlaceOf(fit, fit & hexadecimal));
            }
        }

        return differs ? pattern.ToString() : null;
    }

    /// <summary>Whether digits, also hexadecimal ones, differ in a pattern.</summary>
    public static bool HasDigits(string pattern)
    {
        return Places(pattern).Exists(place => place is { IsItself: false, Letter: '#' or 'x' or KeyForm.CapitalHexadecimal });
    }

    /// <summary>Whether a pattern may be that of times or of amounts: digits alone differ, and a colon, a point, a comma or a slash stands between two, or a unit behind the last.</summary>
    public static bool IsLikeAnAmount(string pattern)
    {
        List<(char Letter, bool IsItself)> places = Places(pattern);
        bool IsDigit(int at) => places[at] is { IsItself: false, Letter: '#' };
        int last = places.FindLastIndex(place => !place.IsItself);
        return places.TrueForAll(place => place.IsItself || place.Letter == '#') && last >= 0
            && ((last < places.Count - 1 && places.Skip(last + 1).All(place => char.IsAsciiLetter(place.Letter)))
                || Enumerable.Range(1, last).SkipLast(1).Any(at => places[at] is { IsItself: true, Letter: ':' or '.' or ',' or '/' } && IsDigit(at - 1) && IsDigit(at + 1)));
    }

    private static List<(char Letter, bool IsItself)> Places(string pattern)
    {
        List<(char Letter, bool IsItself)> places = [];
        for (int at = 0; at < pattern.Length; at++)
        {
            bool isEscaped = pattern[at] == '\\' && at + 1 < pattern.Length;
            at += isEscaped ? 1 : 0;
            places.Add((pattern[at], isEscaped ? pattern[at] != KeyForm.CapitalHexadecimal : pattern[at] is not ('#' or 'A' or 'a' or 'x')));
        }

        return places;
    }

    private static string PlaceOf(Fit fit, Fit hexadecimal)
    {
        return hexadecimal.HasFlag(Fit.SmallHexadecimal) ? "x"
            : hexadecimal.HasFlag(Fit.CapitalHexadecimal) ? $"\\{KeyForm.CapitalHexadecimal}"
            : fit.HasFlag(Fit.Digit) ? "#"
            : fit.HasFlag(Fit.Capital) ? "A" : "a";
    }

    private static Fit FitOf(char letter)
    {
        return (char.IsAsciiDigit(letter) ? Fit.Digit : char.IsAsciiLetterUpper(letter) ? Fit.Capital : char.IsAsciiLetterLower(letter) ? Fit.Small : Fit.None)
            | (char.IsAsciiHexDigitLower(letter) ? Fit.SmallHexadecimal : Fit.None)
            | (char.IsAsciiHexDigitUpper(letter) ? Fit.CapitalHexadecimal : Fit.None);
    }

    [Flags]
    private enum Fit
    {
        None = 0,
        Itself = 1,
        Digit = 2,
        Capital = 4,
        Small = 8,
        SmallHexadecimal = 16,
        CapitalHexadecimal = 32,
    }
}
