namespace GanSweep.Reporting.Html;

/// <summary>A piece of HTML, whose texts are escaped already.</summary>
public readonly record struct Markup(string Html)
{
    /// <summary>Markup of an interpolated text.</summary>
    public static Markup Of(HtmlText text)
    {
        return new Markup(text.ToString());
    }

    /// <summary>Parts one after the other.</summary>
    public static Markup Join(IEnumerable<Markup> parts)
    {
        return new Markup(string.Concat(parts.Select(part => part.Html)));
    }
}
