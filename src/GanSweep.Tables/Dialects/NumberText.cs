using System.Globalization;

namespace GanSweep.Tables.Dialects;

/// <summary>
/// A cell taken as a number: what stands before it and behind it, a currency's sign or a percent sign, and the number between; all of it in brackets if it is
/// negative so. A minus is the hyphen of programs, or the sign that typesetters have for it.
/// </summary>
internal readonly ref struct NumberText
{
    private const int Longest = 400;
    private const char Minus = '\u2212';

    private readonly ReadOnlySpan<char> _core;
    private readonly bool _isNegative;

    /// <summary>Takes a cell apart.</summary>
    public NumberText(ReadOnlySpan<char> cell)
    {
        cell = cell.Trim(" \t");
        if (cell is ['(', _, .., ')'])
        {
            IsInBrackets = true;
            _isNegative = true;
            cell = cell[1..^1].Trim(" \t");
        }
        else if (cell is ['-' or Minus or '+', var sign, ..] && IsCurrency(sign))
        {
            _isNegative = cell[0] != '+';
            cell = cell[1..];
        }

        int start = 0;
        while (start < cell.Length && IsCurrency(cell[start]))
        {
            start++;
        }

        while (start > 0 && start < cell.Length && IsBlank(cell[start]))
        {
            start++;
        }

        int end = cell.Length;
        while (end > start && (IsCurrency(cell[end - 1]) || cell[end - 1] == '%'))
        {
            end--;
        }

        while (end < cell.Length && end > start && IsBlank(cell[end - 1]))
        {
            end--;
        }

        Prefix = cell[..start];
        Suffix = cell[end..];
        _core = cell[start..end];
        if (_isNegative && _core is ['-' or Minus or '+', ..])
        {
            _core = default;
        }
    }

    /// <summary>Whether it stands in brackets, as accountants write what is below zero.</summary>
    public bool IsInBrackets { get; }

    /// <summary>What stands before the number, its blanks included.</summary>
    public ReadOnlySpan<char> Prefix { get; }

    /// <summary>What stands behind it.</summary>
    public ReadOnlySpan<char> Suffix { get; }

    /// <summary>The set of styles in which it is a number.</summary>
    /// <param name="among">The styles that are asked for.</param>
    public int Styles(int among)
    {
        Span<char> plain = stackalloc char[Math.Min(_core.Length, Longest)];
        int set = 0;
        for (int rest = _core.Length is 0 or > Longest ? 0 : among; rest != 0; rest &= rest - 1)
        {
            int style = int.TrailingZeroCount(rest);
            set |= Normalise(NumberStyle.All[style], plain) > 0 ? 1 << style : 0;
        }

        return set;
    }

    /// <summary>Reads it; a number larger than a double holds is infinite.</summary>
    public bool TryRead(NumberStyle style, out double value)
    {
        value = 0;
        Span<char> plain = stackalloc char[Math.Min(_core.Length, Longest)];
        if (_core.Length is 0 or > Longest || Normalise(style, plain) is not (> 0 and var length)
            || !double.TryParse(plain[..length], NumberStyles.Float, CultureInfo.InvariantCulture, out value))
        {
            return false;
        }

        // The negative zero says nothing that zero does not.
        value = (_isNegative ? -value : value) + 0.0;
        return true;
    }

    /// <summary>How many decimals it has; null with an exponent.</summary>
    public int? Decimals(NumberStyle style)
    {
        int mark = _core.LastIndexOf(style.DecimalMark);
        ReadOnlySpan<char> decimals = mark < 0 ? [] : _core[(mark + 1)..];
        return _core.ContainsAny('e', 'E') ? null : decimals.Length;
    }

    /// <summary>Whether thousands are grouped in it.</summary>
    public bool IsGrouped(NumberStyle style)
    {
        return style.Thousands is { } thousands && _core.Contains(thousands);
    }

    // Groups are of three digits, but the first; where nothing is grouped, all digits are one.
    private int Normalise(NumberStyle style, Span<char> plain)
    {
        int length = 0;
        int at = 0;
        if (_core[0] is '-' or Minus or '+')
        {
            plain[length++] = _core[at++] == '+' ? '+' : '-';
        }

        int digits = 0;
        int group = 0;
        bool isGrouped = false;
        for (; at < _core.Length; at++)
        {
            char letter = _core[at];
            if (char.IsAsciiDigit(letter))
            {
                plain[length++] = letter;
                digits++;
                group++;
            }
            else if (letter == style.Thousands && (isGrouped ? group == 3 : group is >= 1 and <= 3 && plain[length - group] != '0'))
            {
                isGrouped = true;
                group = 0;
            }
            else
            {
                break;
            }
        }

        if (isGrouped && group != 3)
        {
            return 0;
        }

        if (at < _core.Length && _core[at] == style.DecimalMark)
        {
            plain[length++] = '.';
            for (at++; at < _core.Length && char.IsAsciiDigit(_core[at]); at++)
            {
                plain[length++] = _core[at];
                digits++;
            }
        }

        if (digits > 0 && !isGrouped && at < _core.Length - 1 && _core[at] is 'e' or 'E')
        {
            plain[length++] = 'e';
            at++;
            if (_core[at] is '-' or Minus or '+')
            {
                plain[length++] = _core[at++] == '+' ? '+' : '-';
            }

            int exponent = at;
            for (; at < _core.Length && char.IsAsciiDigit(_core[at]); at++)
            {
                plain[length++] = _core[at];
            }

            digits = at == exponent ? 0 : digits;
        }

        return at == _core.Length && digits > 0 ? length : 0;
    }

    private static bool IsCurrency(char letter)
    {
        return char.GetUnicodeCategory(letter) == UnicodeCategory.CurrencySymbol;
    }

    private static bool IsBlank(char letter)
    {
        return letter is ' ' or '\u00A0' or '\u202F';
    }
}
