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
        bool isHexadecimal = _fits.Any(fit => fit == Fit.Hexadecimal);
        bool differs = false;
        StringBuilder pattern = new();
        foreach ((int at, Fit fit) in _fits.Index())
        {
            if (fit.HasFlag(Fit.Itself) && (isHexadecimal || !char.IsAsciiDigit(_first[at])))
            {
                _ = (_first[at] is '#' or 'A' or 'a' or 'x' or '\\' ? pattern.Append('\\') : pattern).Append(_first[at]);
            }
            else
            {
                differs = true;
                pattern.Append(isHexadecimal && fit.HasFlag(Fit.Hexadecimal) ? 'x' : fit.HasFlag(Fit.Digit) ? '#' : fit.HasFlag(Fit.Capital) ? 'A' : 'a');
            }
        }

        return differs ? pattern.ToString() : null;
    }

    private static Fit FitOf(char letter)
    {
        return (char.IsAsciiDigit(letter) ? Fit.Digit : char.IsAsciiLetterUpper(letter) ? Fit.Capital : char.IsAsciiLetterLower(letter) ? Fit.Small : Fit.None)
            | (char.IsAsciiHexDigitLower(letter) ? Fit.Hexadecimal : Fit.None);
    }

    [Flags]
    private enum Fit
    {
        None = 0,
        Itself = 1,
        Digit = 2,
        Capital = 4,
        Small = 8,
        Hexadecimal = 16,
    }
}
