using System.Collections.Immutable;

namespace GanSweep.Tables.Dialects;

/// <summary>A way to spell numbers.</summary>
/// <param name="DecimalMark">What stands before the decimals: a point or a comma.</param>
/// <param name="Thousands">What groups the thousands; null if nothing does.</param>
internal sealed record NumberStyle(char DecimalMark, char? Thousands)
{
    /// <summary>Every one that is read; where several fit, the first is taken. A set of them has a bit for each.</summary>
    public static ImmutableArray<NumberStyle> All { get; } =
    [
        new('.', null), new('.', ','), new('.', ' '), new('.', '\''), new('.', '\u00A0'), new('.', '\u202F'),
        new(',', null), new(',', '.'), new(',', ' '), new(',', '\''), new(',', '\u00A0'), new(',', '\u202F'),
    ];

    /// <summary>The set of all.</summary>
    public static int Every { get; } = (1 << All.Length) - 1;

    /// <summary>The set of those with decimal points.</summary>
    public static int WithPoint { get; } = (1 << (All.Length / 2)) - 1;

    /// <summary>The set of those with decimal commas.</summary>
    public static int WithComma { get; } = Every & ~WithPoint;

    /// <summary>The bit of points alone, as programs write numbers.</summary>
    public const int Plain = 1;

    /// <summary>The bit of decimal points with commas between thousands.</summary>
    public const int PointAndThousands = 1 << 1;

    /// <summary>The bit of decimal commas alone.</summary>
    public static int Comma { get; } = 1 << All.IndexOf(new NumberStyle(',', null));

    /// <summary>The bit of decimal commas with points between thousands.</summary>
    public static int CommaAndThousands { get; } = 1 << All.IndexOf(new NumberStyle(',', '.'));

    /// <summary>The first of a set; null if it is empty.</summary>
    public static NumberStyle? First(int set)
    {
        return set == 0 ? null : All[int.TrailingZeroCount(set)];
    }

    /// <summary>The set of those with a decimal mark.</summary>
    public static int With(char decimalMark)
    {
        return decimalMark == ',' ? WithComma : WithPoint;
    }
}
