namespace GanSweep.Reporting.Html;

/// <summary>A piece of HTML, whose texts are escaped already.</summary>
internal readonly record struct Markup(string Html)
{
    public static Markup Of(HtmlText text)
    {
        return new Markup(text.ToString());
    }

    public static Markup Join(IEnumerable<Markup> parts)
    {
        return new Markup(string.Concat(parts.Select(part => part.Html)));
    }
}
