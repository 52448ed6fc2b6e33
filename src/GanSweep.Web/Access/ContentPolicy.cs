namespace GanSweep.Web.Access;

/// <summary>What browsers may load and run for a page (<c>Content-Security-Policy</c>). An endpoint that says none has that of the door.</summary>
/// <param name="Text">The header's value.</param>
internal sealed record ContentPolicy(string Text)
{
    /// <summary>Nothing inline, nothing from elsewhere, in nobody's frame.</summary>
    public static ContentPolicy OfDoor { get; } = new(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'");

    /// <summary>The same, and the fonts of Orleans' dashboard, some of which are within its styles.</summary>
    public static ContentPolicy OfDashboard { get; } = new(OfDoor.Text + "; font-src 'self' data:");
}
