using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace GanSweep.Tables.Dialects;

/// <summary>
/// What missing cells say: nothing or blanks, NA, N/A, #N/A, &lt;NA&gt;, NaN, null, \N, a question mark, a hyphen or two, the words in any case; and what else the
/// user names. A point and nil say it among numbers and dates alone. None, none and unknown are words like others.
/// </summary>
internal sealed class MissingTexts
{
    private static readonly string[] Always = ["na", "n/a", "#n/a", "<na>", "nan", "null", "\\n", "?", "-", "--"];

    private readonly byte[][] _words = [.. Always.Select(Encoding.ASCII.GetBytes)];
    private readonly byte[][] _named;
    private readonly byte[][] _numbers;
    private readonly bool[] _begins = new bool[256];
    private readonly int _longest;

    /// <summary>Those that always stand for it, and others.</summary>
    public MissingTexts(ImmutableArray<string> named)
    {
        string[] trimmed = [.. named.Select(text => text.Trim())];
        _named = [.. trimmed.Select(Encoding.UTF8.GetBytes)];
        _numbers = [.. trimmed.Where(text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _)).Select(Encoding.UTF8.GetBytes)];
        _longest = _words.Concat(_named).Max(text => text.Length);
        if (_numbers.Length > 0)
        {
            _longest = int.MaxValue;
        }

        foreach (byte[] text in _words.Concat(_named).Where(text => text.Length > 0))
        {
            _begins[text[0]] = true;
            _begins[char.ToUpperInvariant((char)text[0]) & 0xFF] = true;
        }

        _begins[' '] = true;
        _begins['\t'] = true;
    }

    /// <summary>Whether a cell is missing.</summary>
    public bool Has(ReadOnlySpan<byte> cell)
    {
        // Of a table of numbers every second cell may begin with a hyphen.
        return cell.IsEmpty || (_begins[cell[0]] && (cell.Length <= _longest || IsBlank(cell[0]) || IsBlank(cell[^1])) && IsOne(cell.Trim(" \t"u8)));
    }

    /// <summary>Whether a cell is missing where the others are numbers or dates: a point, as SAS has it, or nil. Among words it is one.</summary>
    public static bool HasAmongNumbers(ReadOnlySpan<byte> cell)
    {
        ReadOnlySpan<byte> text = cell.Trim(" \t"u8);
        return text.SequenceEqual("."u8) || Ascii.EqualsIgnoreCase(text, "nil"u8);
    }

    private static bool IsBlank(byte letter)
    {
        return letter is (byte)' ' or (byte)'\t';
    }

    private bool IsOne(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
        {
            return true;
        }

        if (text.Length > _longest)
        {
            return false;
        }

        foreach (byte[] word in _words)
        {
            if (Ascii.EqualsIgnoreCase(text, word))
            {
                return true;
            }
        }

        foreach (byte[] named in _named)
        {
            if (text.SequenceEqual(named))
            {
                return true;
            }
        }

        foreach (byte[] number in _numbers)
        {
            if (text.StartsWith(number) && text[number.Length..] is [(byte)'.' or (byte)',', .. var zeros] && !zeros.ContainsAnyExcept((byte)'0'))
            {
                return true;
            }
        }

        return false;
    }
}
