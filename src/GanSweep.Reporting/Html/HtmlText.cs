using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text;

namespace GanSweep.Reporting.Html;

/// <summary>Interpolated HTML: what is written out is markup, what is filled in is text and escaped, unless it is <see cref="Markup"/>.</summary>
[InterpolatedStringHandler]
public readonly ref struct HtmlText
{
    private readonly StringBuilder _html;

    /// <summary>Begins a text; the compiler calls this.</summary>
    public HtmlText(int literalLength, int formattedCount)
    {
        _html = new StringBuilder(literalLength + (8 * formattedCount));
    }

    /// <summary>Adds markup as it is written in the source.</summary>
    public void AppendLiteral(string literal)
    {
        _html.Append(literal);
    }

    /// <summary>Adds text, escaped.</summary>
    public void AppendFormatted(string? text)
    {
        _html.Append(WebUtility.HtmlEncode(text));
    }

    /// <summary>Adds a whole number.</summary>
    public void AppendFormatted(long number)
    {
        _html.Append(CultureInfo.InvariantCulture, $"{number}");
    }

    /// <summary>Adds a number of three significant digits.</summary>
    public void AppendFormatted(double? number)
    {
        _html.Append(Numbers.Rounded(number));
    }

    /// <summary>Adds markup.</summary>
    public void AppendFormatted(Markup markup)
    {
        _html.Append(markup.Html);
    }

    /// <summary>The HTML.</summary>
    public override string ToString()
    {
        return _html.ToString();
    }
}
