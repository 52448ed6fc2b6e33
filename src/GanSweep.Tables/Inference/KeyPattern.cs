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
                _ = (_first[at] is '#' or 'A' or 'a' or 'X' or 'x' or '\\' ? pattern.Append('\\') : pattern).Append(_first[at]);
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
        for (int at = 0; at < pattern.Length; at++)
        {
            if (pattern[at] is '#' or 'X' or 'x')
            {
                return true;
            }

            at += pattern[at] == '\\' ? 1 : 0;
        }

        return false;
    }

    private static char PlaceOf(Fit fit, Fit hexadecimal)
    {
        return hexadecimal.HasFlag(Fit.SmallHexadecimal) ? 'x'
            : hexadecimal.HasFlag(Fit.CapitalHexadecimal) ? 'X'
            : fit.HasFlag(Fit.Digit) ? '#'
            : fit.HasFlag(Fit.Capital) ? 'A' : 'a';
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
