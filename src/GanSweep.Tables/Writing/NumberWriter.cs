using System.Globalization;
using System.Text;
using GanSweep.Tables.Schema;
using GanSweep.Tables.Text;

namespace GanSweep.Tables.Writing;

/// <summary>Numbers as a column spells them.</summary>
/// <param name="form">How the column is spelled.</param>
/// <param name="decimalMark">What stands before the decimals.</param>
internal sealed class NumberWriter(ColumnForm form, char decimalMark)
{
    // Larger ones have no decimals that a double holds.
    private const double LargestOfDecimals = 1e15;

    private readonly string _format = $"F{form.Decimals}";

    /// <summary>Whether numbers stand there as programs write them.</summary>
    public bool IsPlain { get; } = form is { Decimals: null, HasPoint: false, Thousands: null, Prefix: null, Suffix: null, HasBrackets: false } && decimalMark == '.';

    /// <summary>A number as text.</summary>
    public string Write(double value)
    {
        string text = value.ToString(
            form.Decimals is not null && Math.Abs(value) < LargestOfDecimals ? _format : RoundTrip.CellFormatOf(value), CultureInfo.InvariantCulture);
        if (form.HasPoint && !text.AsSpan().ContainsAny('.', 'E'))
        {
            text += ".0";
        }

        bool isNegative = text[0] == '-';
        ReadOnlySpan<char> digits = isNegative ? text.AsSpan(1) : text;

        // The negative zero says nothing that zero does not.
        isNegative &= digits.ContainsAnyInRange('1', '9');
        int end = digits.IndexOfAny('.', 'E') is >= 0 and var found ? found : digits.Length;
        StringBuilder written = new();
        bool isInBrackets = isNegative && form.HasBrackets;
        written.Append(isInBrackets ? "(" : isNegative ? "-" : "").Append(form.Prefix);
        for (int at = 0; at < end; at++)
        {
            if (form.Thousands is { } thousands && at > 0 && (end - at) % 3 == 0 && !digits.Contains('E'))
            {
                written.Append(thousands);
            }

            written.Append(digits[at]);
        }

        written.Append(digits[end..]);
        if (decimalMark != '.' && end < digits.Length && digits[end] == '.')
        {
            written[written.Length - digits.Length + end] = decimalMark;
        }

        return written.Append(form.Suffix).Append(isInBrackets ? ")" : "").ToString();
    }
}
