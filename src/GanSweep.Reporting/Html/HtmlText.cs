using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text;

namespace GanSweep.Reporting.Html;

/// <summary>Interpolated HTML: what is written out is markup, what is filled in is text and escaped, unless it is <see cref="Markup"/>.</summary>
[InterpolatedStringHandler]
internal readonly ref struct HtmlText
{
    private readonly StringBuilder _html;

    public HtmlText(int literalLength, int formattedCount)
    {
        _html = new StringBuilder(literalLength + (8 * formattedCount));
    }

    public void AppendLiteral(string literal)
    {
        _html.Append(literal);
    }

    public void AppendFormatted(string? text)
    {
        _html.Append(WebUtility.HtmlEncode(text));
    }

    public void AppendFormatted(long number)
    {
        _html.Append(CultureInfo.InvariantCulture, $"{number}");
    }

    public void AppendFormatted(double? number)
    {
        _html.Append(Numbers.Short(number));
    }

    public void AppendFormatted(Markup markup)
    {
        _html.Append(markup.Html);
    }

    public override string ToString()
    {
        return _html.ToString();
    }
}
