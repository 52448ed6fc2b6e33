using System.Globalization;
using System.Text;
using GanSweep.Tables.Dialects;

namespace GanSweep.Tables.Inference;

/// <summary>
/// One column of a file, as far as it has been read: which spellings of numbers and which formats of dates fit all of its cells, and its different texts.
/// While every cell is a number as programs write them, their values are kept: such a column is read once. The different texts of a column that has nothing
/// but numbers or dates are let go when they are many.
/// </summary>
/// <param name="keepsTexts">Whether its texts are wanted however many they are.</param>
internal sealed class ColumnObserver(bool keepsTexts)
{
    private const int MostTextsOfNumbers = 4096;
    private const int LeastNumbers = 20;
    private const int MostOtherTexts = 3;
    private const int MostBytesOfTexts = 256 << 20;
    private const int MostBytesOfLongNumbers = 32 << 20;
    private const double LastExact = 1L << 53;

    private readonly TextPool _missing = new();
    private readonly TextPool _perhapsMissing = new();
    private List<double>? _values = [];
    private List<DateFormat>? _dates;
    private double _first;
    private bool _isSettled;
    private bool _isOneSpelling = true;
    private bool _hasAffixes;
    private bool _hasBrackets;
    private bool _hasBare;
    private bool? _hasPoint;
    private bool _hasLongNumbers;

    /// <summary>How many cells have a value.</summary>
    public long Present { get; private set; }

    /// <summary>How many have none.</summary>
    public long Missing { get; private set; }

    /// <summary>Its different texts; null if they were let go, or there are none.</summary>
    public TextPool? Texts { get; private set; } = new();

    /// <summary>Whether <see cref="Texts"/> are all.</summary>
    public bool HasAllTexts { get; private set; } = true;

    /// <summary>The set of the styles that fit every number.</summary>
    public int Styles { get; private set; } = NumberStyle.Every;

    /// <summary>How many cells are no numbers in any style.</summary>
    public long Words { get; private set; }

    /// <summary>Whether one of those is a number larger than a double holds.</summary>
    public bool HasTooLarge { get; private set; }

    /// <summary>How many cells are numbers as programs write them.</summary>
    public long PlainNumbers { get; private set; }

    /// <summary>Whether a number begins with zeros that it does not need.</summary>
    public bool HasLeadingZeros { get; private set; }

    /// <summary>Whether the numbers are 0, 1, 2, … or 1, 2, 3, … in the order of the rows.</summary>
    public bool Counts { get; private set; } = true;

    /// <summary>Whether no two whole numbers are the same; those of more digits than a double holds by how they are spelled.</summary>
    public bool HasOnlyDifferentNumbers => Values is { } values
        && ((_hasLongNumbers && this is { Decimals: 0, HasAllTexts: true, Texts: { } texts } && texts.Count == Present) || values.Distinct().Count() == values.Count);

    /// <summary>The formats that fit every cell.</summary>
    public IReadOnlyList<DateFormat> Dates => _dates ?? [];

    /// <summary>Whether every cell is a date, of whatever format.</summary>
    public bool HasOnlyDates { get; private set; } = true;

    /// <summary>The decimals that every number has, written plainly; null where they differ.</summary>
    public int? Decimals { get; private set; }

    /// <summary>Whether there are whole numbers, and every one of them is written with one decimal.</summary>
    public bool HasPoint => _hasPoint == true;

    /// <summary>What stands before every number.</summary>
    public string Prefix { get; private set; } = string.Empty;

    /// <summary>What stands behind every number.</summary>
    public string Suffix { get; private set; } = string.Empty;

    /// <summary>Whether every number stands in brackets: they are no sign then.</summary>
    public bool IsAllInBrackets => _hasBrackets && !_hasBare && PlainNumbers == 0;

    /// <summary>Whether it is many numbers and up to three different other texts, which may stand for missing cells however often they are there.</summary>
    public bool IsNumbersButFewTexts => this is { HasAllTexts: true, Texts: { } texts, Words: > 0, HasLeadingZeros: false } && Styles != 0
        && Enumerable.Range(0, texts.Count).Count(texts.IsMarked) is var others and <= MostOtherTexts && texts.Count - others > LeastNumbers;

    /// <summary>Up to three of its different texts.</summary>
    public List<string> Examples { get; } = [];

    /// <summary>Its values, a missing one as NaN, while every cell is a number as programs write them; null for others.</summary>
    public List<double>? Values => _values;

    /// <summary>How its missing cells are spelled, mostly; null if none is missing.</summary>
    public string? MissingText => _missing.Count == 0 ? null : _missing.Text(Enumerable.Range(0, _missing.Count).MaxBy(_missing.CountOf));

    /// <summary>Lets the values go.</summary>
    public void Forget()
    {
        _values = null;
    }

    /// <summary>Sees a missing cell.</summary>
    public void SeeMissing(ReadOnlySpan<byte> cell)
    {
        Missing++;
        _values?.Add(double.NaN);
        _missing.Add(cell, 0, out _);
    }

    /// <summary>Sees a number as programs write them.</summary>
    public void SeeNumber(ReadOnlySpan<byte> cell, double value, long line)
    {
        if (Present++ == 0)
        {
            _first = value;
        }

        PlainNumbers++;
        _values?.Add(value);
        Counts = Counts && value == _first + (Present - 1) && _first is 0 or 1;
        _dates = null;
        HasOnlyDates = false;
        _hasLongNumbers |= Math.Abs(value) > LastExact;
        if (Texts is not null || _isOneSpelling || Styles != NumberStyle.WithPoint)
        {
            SeeSpelling(cell, line);
        }

        if (_hasPoint != false && double.IsInteger(value))
        {
            _hasPoint = cell.EndsWith(".0"u8);
        }

        HasLeadingZeros |= cell is [(byte)'0', >= (byte)'0' and <= (byte)'9', ..] or [(byte)'-' or (byte)'+', (byte)'0', >= (byte)'0' and <= (byte)'9', ..];
        if (_hasAffixes)
        {
            // Some of its numbers have a sign, this one has none.
            Styles = 0;
        }
    }

    /// <summary>Sees a number that is not spelled: it comes out of a file that has numbers as such.</summary>
    public void SeeValue(double value, long line)
    {
        _isOneSpelling = false;
        Span<byte> cell = stackalloc byte[32];
        if (Texts is null)
        {
            SeeNumber([], value, line);
            return;
        }

        _ = value.TryFormat(cell, out int length, provider: CultureInfo.InvariantCulture);
        Styles = NumberStyle.WithPoint;
        SeeNumber(cell[..length], value, line);
    }

    /// <summary>Sees any other cell.</summary>
    public void SeeText(ReadOnlySpan<byte> cell, long line)
    {
        if (!_isSettled && MissingTexts.HasAmongNumbers(cell))
        {
            _values?.Add(double.NaN);
            _perhapsMissing.Add(cell, line, out _);
            return;
        }

        bool isFirst = Present++ == 0;
        _values = null;
        Counts = false;
        int number = -1;
        if (Texts is not null)
        {
            number = Texts.Add(cell, line, out bool isNew);
            if (!isNew)
            {
                Words += Texts.IsMarked(number) ? 1 : 0;
                return;
            }
        }

        string text = Encoding.UTF8.GetString(cell);
        SeeExample(text);
        if (isFirst)
        {
            _dates = [.. DateFormat.All];
        }

        SeeDate(text);
        bool isNumber = SeeAffixed(text, isFirst);
        Words += isNumber ? 0 : 1;
        bool isPure = (Words == 0 && Styles != 0) || _dates is { Count: > 0 };
        if (Texts is null && !isPure)
        {
            Texts = new TextPool();
            number = Texts.Add(cell, line, out _);
        }

        if (Texts is null)
        {
            return;
        }

        if (!isNumber)
        {
            Texts.Mark(number);
        }

        if (Texts.Length > MostBytesOfTexts || (isPure && !keepsTexts && Texts.Count > MostTextsOfNumbers))
        {
            LetTextsGo();
        }
    }

    /// <summary>Decides, when all cells have been seen, about those that are missing among numbers and dates alone: they are words if the others are.</summary>
    public void Settle()
    {
        if (_isSettled)
        {
            return;
        }

        _isSettled = true;
        bool areMissing = Dates.Count > 0 || (Present > 0 && Words == 0 && Styles != 0 && !HasLeadingZeros && !IsAllInBrackets);
        for (int text = 0; text < _perhapsMissing.Count; text++)
        {
            ReadOnlySpan<byte> cell = _perhapsMissing.Bytes(text);
            for (long count = _perhapsMissing.CountOf(text); count > 0; count--)
            {
                if (areMissing)
                {
                    Missing++;
                    _missing.Add(cell, 0, out _);
                }
                else
                {
                    SeeText(cell, _perhapsMissing.LineOf(text));
                }
            }
        }
    }

    // Of the formats that fit so many dates, those go on that would be taken. If none fits in the end, all are looked at anew, with all texts.
    private void LetTextsGo()
    {
        Texts = null;
        HasAllTexts = false;
        if (_dates is { Count: > 1 } && !keepsTexts)
        {
            DateFormat?[] taken = [_dates.Find(format => !format.IsDayFirst), _dates.Find(format => !format.IsMonthFirst)];
            _dates = [.. taken.OfType<DateFormat>().Distinct()];
        }
    }

    private void SeeSpelling(ReadOnlySpan<byte> cell, long line)
    {
        if (Texts is not null)
        {
            int number = Texts.Add(cell, line, out bool isNew);
            if (isNew)
            {
                SeeExample(cell);
            }

            if (number >= MostTextsOfNumbers && ((Words == 0 && !keepsTexts && !(_hasLongNumbers && Texts.Length <= MostBytesOfLongNumbers)) || Texts.Length > MostBytesOfTexts))
            {
                LetTextsGo();
            }
        }

        int point = cell.IndexOf((byte)'.');
        ReadOnlySpan<byte> decimals = point < 0 ? [] : cell[(point + 1)..];
        if (!decimals.IsEmpty && decimals[^1] <= (byte)' ')
        {
            decimals = decimals.TrimEnd(" \t"u8);
        }

        if (point >= 0 && Styles != NumberStyle.WithPoint)
        {
            bool isGroup = decimals.Length == 3 && cell[..point].TrimStart(" \t+-"u8) is [not (byte)'0', ..] and { Length: <= 3 };
            Styles &= isGroup ? NumberStyle.WithPoint | NumberStyle.CommaAndThousands : NumberStyle.WithPoint;
        }

        if (_isOneSpelling)
        {
            bool hasExponent = (point < 0 ? cell : decimals).ContainsAny((byte)'e', (byte)'E');
            _isOneSpelling = !hasExponent && (Present == 1 || Decimals == decimals.Length);
            Decimals = _isOneSpelling ? decimals.Length : null;
        }
    }

    private void SeeDate(string text)
    {
        // What is none in any format is so for good; words are seen by their letters.
        HasOnlyDates = HasOnlyDates && text.AsSpan().ContainsAnyInRange('0', '9');
        if (!HasOnlyDates)
        {
            _dates = null;
            return;
        }

        _dates?.RemoveAll(format => !format.TryRead(text, out _));
        HasOnlyDates = _dates is { Count: > 0 } || DateFormat.All.Any(format => format.TryRead(text, out _));
    }

    // Whether it is a number in some style.
    private bool SeeAffixed(string text, bool isFirst)
    {
        NumberText number = new(text);
        int fitting = number.Styles(Styles);
        fitting = fitting == 0 && Styles != NumberStyle.Every ? number.Styles(NumberStyle.Every) : fitting;
        if (fitting == 0)
        {
            return false;
        }

        number.TryRead(NumberStyle.First(fitting)!, out double value);
        if (!double.IsFinite(value))
        {
            HasTooLarge = true;
            return false;
        }

        if (isFirst || (PlainNumbers == 0 && Prefix.Length + Suffix.Length == 0 && !_hasAffixes && Words == Present - 1))
        {
            Prefix = number.Prefix.ToString();
            Suffix = number.Suffix.ToString();
            _hasAffixes = Prefix.Length + Suffix.Length > 0;
        }

        _hasBrackets |= number.IsInBrackets;
        _hasBare |= !number.IsInBrackets;
        bool isAlike = number.Prefix.SequenceEqual(Prefix) && number.Suffix.SequenceEqual(Suffix);
        Styles = isAlike ? Styles & fitting : 0;
        HasLeadingZeros |= !_hasAffixes && text is ['0', >= '0' and <= '9', ..];
        return true;
    }

    private void SeeExample(ReadOnlySpan<byte> cell)
    {
        if (Examples.Count < 3)
        {
            SeeExample(Encoding.UTF8.GetString(cell));
        }
    }

    private void SeeExample(string text)
    {
        if (Examples.Count < 3)
        {
            Examples.Add(text);
        }
    }
}
