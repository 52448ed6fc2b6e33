using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using GanSweep.Reporting.Html;

namespace GanSweep.Reporting.Plots;

/// <summary>
/// ScottPlot's SVG made ready for a page: colours become classes that the page's style colours, so that they follow light and dark; markers
/// that look the same become one path; numbers keep one digit after the point; the size is the page's affair.
/// </summary>
internal static partial class SvgDrawing
{
    public static Markup ForPage(string svg, string name, Panel panel, IReadOnlyList<Label> labels)
    {
        XElement root = XDocument.Parse(svg).Root!;
        StringBuilder html = new();
        html.Append(CultureInfo.InvariantCulture, $"<svg class=\"plot\" viewBox=\"0 0 {panel.Width} {panel.Height}\" role=\"img\" "
            + $"aria-labelledby=\"p{name}\">");
        html.Append(Markup.Of($"<title id=\"p{name}\">{panel.Description}</title>").Html);
        XElement? clip = root.Elements().FirstOrDefault(element => element.Name.LocalName == "clipPath");
        if (clip is not null)
        {
            html.Append(CultureInfo.InvariantCulture, $"<clipPath id=\"c{name}\">");
            Append(html, [.. clip.Elements()]);
            html.Append("</clipPath>");
        }

        AppendAll(html, root, name);
        foreach (Label label in labels)
        {
            html.Append(TextOf(label).Html);
        }

        return new Markup(html.Append("</svg>").ToString());
    }

    // Each plottable comes in a group of its own, all with the same clip.
    private static void AppendAll(StringBuilder html, XElement parent, string name)
    {
        List<XElement> open = [];
        foreach (XElement element in parent.Elements())
        {
            switch (element.Name.LocalName)
            {
                case "clipPath":
                    break;
                case "g":
                    Append(html, open);
                    open.Clear();
                    html.Append(CultureInfo.InvariantCulture, $"<g clip-path=\"url(#c{name})\">");
                    AppendAll(html, element, name);
                    html.Append("</g>");
                    break;
                default:
                    open.Add(element);
                    break;
            }
        }

        Append(html, open);
    }

    // Neighbours that look the same become one path.
    private static void Append(StringBuilder html, IReadOnlyList<XElement> elements)
    {
        string? before = null;
        foreach (XElement element in elements)
        {
            (string look, string path) = PathOf(element);
            if (path.Length == 0)
            {
                continue;
            }

            if (look != before)
            {
                html.Append(before is null ? "" : "\"/>").Append("<path").Append(look).Append(" d=\"");
                before = look;
            }

            html.Append(path);
        }

        html.Append(before is null ? "" : "\"/>");
    }

    private static (string Look, string Path) PathOf(XElement element)
    {
        StringBuilder look = new();
        string classes = string.Join(' ', new[] { Class("fill", element), Class("line", element) }.Where(name => name is not null));
        bool isCircle = element.Name.LocalName == "ellipse";
        bool isCross = isCircle && Inks.IsCross(element.Attribute("fill")?.Value);
        string kind = isCross ? "line-" : isCircle ? "dot-" : "fill-";
        look.Append(" class=\"").Append(classes.Replace("fill-", kind, StringComparison.Ordinal)).Append('"');
        if (isCircle && !isCross)
        {
            look.Append(CultureInfo.InvariantCulture, $" stroke-width=\"{Round(2 * Number(element, "rx"))}\"");
        }

        foreach (XAttribute attribute in element.Attributes())
        {
            switch (attribute.Name.LocalName)
            {
                case "fill-opacity" or "stroke-opacity":
                    look.Append(CultureInfo.InvariantCulture, $" opacity=\"{Math.Round(double.Parse(attribute.Value, CultureInfo.InvariantCulture), 2)}\"");
                    break;
                case "stroke-width" when attribute.Value != "1":
                    look.Append(CultureInfo.InvariantCulture, $" stroke-width=\"{attribute.Value}\"");
                    break;
                case "fill-rule":
                    look.Append(CultureInfo.InvariantCulture, $" fill-rule=\"{attribute.Value}\"");
                    break;
            }
        }

        string path = element.Name.LocalName switch
        {
            "ellipse" when isCross => Cross(Number(element, "cx"), Number(element, "cy"), Number(element, "rx")),

            // A line of no length with round ends is a dot.
            "ellipse" => $"M{Round(Number(element, "cx"))} {Round(Number(element, "cy"))}h0",
            "rect" => $"M{Round(Number(element, "x"))} {Round(Number(element, "y"))}"
                + $"h{Round(Number(element, "width"))}v{Round(Number(element, "height"))}h{Round(-Number(element, "width"))}z",
            "path" => Decimals().Replace(element.Attribute("d")!.Value, match => Round(double.Parse(match.Value, CultureInfo.InvariantCulture))),
            string other => throw new NotSupportedException($"ScottPlot drew a <{other}>; a panel takes paths, rectangles and ellipses."),
        };
        return (look.ToString(), path);
    }

    private static string Cross(double x, double y, double arm)
    {
        (string left, string right, string size, string back) = (Round(x - arm), Round(x + arm), Round(2 * arm), Round(-2 * arm));
        return $"M{left} {Round(y - arm)}l{size} {size}M{right} {Round(y - arm)}l{back} {size}";
    }

    private static string? Class(string kind, XElement element)
    {
        string color = element.Attribute(kind == "fill" ? "fill" : "stroke")?.Value ?? "none";
        return Inks.NameOf(color) is { } ink ? $"{kind}-{ink}" : null;
    }

    private static double Number(XElement element, string attribute)
    {
        return element.Attribute(attribute) is { } found ? double.Parse(found.Value, CultureInfo.InvariantCulture) : 0;
    }

    private static string Round(double number)
    {
        return Math.Round(number, 1).ToString("0.#", CultureInfo.InvariantCulture);
    }

    private static Markup TextOf(Label label)
    {
        Markup turn = label.IsUpright
            ? new Markup($" transform=\"rotate(-90 {Round(label.X)} {Round(label.Y)})\"")
            : default;
        return Markup.Of($"<text x=\"{Round(label.X)}\" y=\"{Round(label.Y)}\" text-anchor=\"{label.Anchor}\"{turn}>{label.Text}</text>");
    }

    [GeneratedRegex(@"-?\d+\.\d+(?:e-?\d+)?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Decimals();
}
