using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using GanSweep.Reporting.Inputs;

namespace GanSweep.Reporting.Tests;

/// <summary>Reports as text and as pages, and what every page must keep.</summary>
internal static partial class Pages
{
    public static string Html(ReportInput input)
    {
        using StringWriter writer = new(CultureInfo.InvariantCulture);
        HtmlReport.Write(writer, input);
        return writer.ToString();
    }

    public static IDocument Parsed(string html)
    {
        // It is well-formed XML, too, so that no element is left open.
        Assert.Equal("html", XDocument.Parse(html).Root!.Name.LocalName);
        return new HtmlParser().ParseDocument(html);
    }

    public static void AssertSound(IDocument page)
    {
        string[] ids = [.. page.QuerySelectorAll("[id]").Select(element => element.Id!)];
        Assert.Equal(ids.Length, ids.Distinct(StringComparer.Ordinal).Count());
        foreach (IElement drawing in page.QuerySelectorAll("figure > svg"))
        {
            Assert.False(string.IsNullOrWhiteSpace(drawing.QuerySelector("title")?.TextContent));
            Assert.NotEmpty(drawing.QuerySelectorAll("text"));
            Assert.All(drawing.QuerySelectorAll("*"), element => Assert.All(element.Attributes, attribute => Assert.DoesNotMatch(NotANumber(), attribute.Value)));
            Assert.All(drawing.QuerySelectorAll("path"), path => Assert.False(string.IsNullOrEmpty(path.ClassName) && path.ParentElement!.LocalName != "clippath" && path.ParentElement.LocalName != "clipPath"));
        }

        Assert.All(page.QuerySelectorAll("th"), heading => Assert.False(string.IsNullOrWhiteSpace(heading.TextContent), heading.ParentElement!.OuterHtml));
        Assert.DoesNotMatch(NotANumber(), page.Body!.TextContent);
    }

    [GeneratedRegex(@"\b(NaN|Infinity)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NotANumber();
}
