using System.Globalization;
using GanSweep.Tables.Schema;

namespace GanSweep.Tables.Writing;

/// <summary>
/// New keys of the form of others, no two the same: consecutive numbers, or texts of a pattern with other digits and letters. Those are the places of the
/// pattern counted through in steps that meet each of them once; when all have been met, numbers follow the pattern.
/// </summary>
internal sealed class KeyMaker
{
    private const ulong Most = 1UL << 62;
    private const string Digits = "0123456789";
    private const string Capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const string SmallHexadecimals = "0123456789abcdef";
    private const string CapitalHexadecimals = "0123456789ABCDEF";

    private static readonly string Smalls = Capitals.ToLowerInvariant();

    private readonly KeyForm _form;
    private readonly List<string> _places = [];
    private readonly char[] _key;
    private readonly ulong _count = 1;
    private readonly ulong _step;
    private readonly ulong _start;
    private ulong _made;

    /// <summary>Makes keys.</summary>
    /// <param name="form">How they look.</param>
    /// <param name="seed">Other seeds make other ones.</param>
    public KeyMaker(KeyForm form, long seed)
    {
        _form = form;
        string pattern = form.Pattern ?? string.Empty;
        for (int at = 0; at < pattern.Length; at++)
        {
            _places.Add(pattern[at] switch
            {
                '#' => Digits,
                'A' => Capitals,
                'a' => Smalls,
                'x' => SmallHexadecimals,
                '\\' when at + 1 < pattern.Length => pattern[++at] == KeyForm.CapitalHexadecimal ? CapitalHexadecimals : pattern[at].ToString(),
                var itself => itself.ToString(),
            });
        }

        _key = new char[_places.Count];

        // Of a long pattern the first places stay as they fall: what follows tells enough keys apart.
        foreach (string letters in _places.AsEnumerable().Reverse())
        {
            if (_count > Most / (ulong)letters.Length)
            {
                break;
            }

            _count *= (ulong)letters.Length;
        }

        _start = Mix((ulong)seed) % _count;
        _step = Mix(~(ulong)seed) % _count;
        while (Divisor(_step, _count) != 1)
        {
            _step = (_step + 1) % _count;
        }
    }

    /// <summary>The next key.</summary>
    public string Next()
    {
        ulong number = _made++;
        if (_form.Pattern is null)
        {
            return (_form.First + (long)number).ToString(CultureInfo.InvariantCulture);
        }

        ulong place = (ulong)(((UInt128)_step * number + _start) % _count);
        ulong rest = place;
        Span<char> key = _key;
        ulong beyond = Mix(place);
        for (int at = key.Length - 1; at >= 0; at--)
        {
            ulong letters = (ulong)_places[at].Length;
            ulong room = rest;
            rest /= letters;
            key[at] = _places[at][(int)(room % letters)];
        }

        return number < _count ? Varied(key, beyond) : string.Create(CultureInfo.InvariantCulture, $"{key}{number / _count}");
    }

    // Places beyond those that are counted through would all be first letters.
    private string Varied(Span<char> key, ulong random)
    {
        ulong counted = 1;
        for (int at = key.Length - 1; at >= 0; at--)
        {
            ulong letters = (ulong)_places[at].Length;
            if (counted > Most / letters)
            {
                key[at] = _places[at][(int)(random % letters)];
                random = Mix(random);
            }
            else
            {
                counted *= letters;
            }
        }

        return new string(key);
    }

    private static ulong Divisor(ulong first, ulong second)
    {
        while (second != 0)
        {
            (first, second) = (second, first % second);
        }

        return first;
    }

    // SplitMix64 (Steele, Lea, Flood 2014).
    private static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
