using AngleSharp.Dom;
using GanSweep.Reporting.Inputs;
using GanSweep.Tables;

namespace GanSweep.Reporting.Tests.Sections;

public sealed class TimeSectionTests
{
    [Fact]
    public void Write_RowsThatFollowEachOther_ShowsSixPicturesOfEachColumn()
    {
        IDocument page = Pages.Parsed(Pages.Html(InOrder(Inputs.Losses(), window: 20)));

        Assert.Equal(6 * 4, page.QuerySelectorAll("#time figure > svg").Length);
        Assert.Equal(
            ["Autocorrelation of values", "Autocorrelation of magnitudes", "Cumulative paths", "Drawdowns", "Sums of 5 rows", "Sums of 20 rows"],
            page.QuerySelectorAll("#time h3").Select(heading => heading.TextContent));
        Assert.Contains("Synthetic rows are paths: each row was drawn given the rows before it", page.QuerySelector("#time")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("\"window\":20", page.QuerySelector("#provenance")!.TextContent, StringComparison.Ordinal);
        Pages.AssertSound(page);
    }

    [Fact]
    public void Write_SeriesThatAreTooShort_SaysSo()
    {
        Table few = new(["a", "b"], [[1, 2, 4], [3, 1, 2]]);

        IDocument page = Pages.Parsed(Pages.Html(InOrder(Inputs.Of(few, few), window: 1)));

        Assert.Contains("No series is long enough.", page.QuerySelector("#time")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2 + 2 + 2, page.QuerySelectorAll("#time figure > svg").Length);
        Pages.AssertSound(page);
    }

    [Fact]
    public void Write_NoGenerator_SaysSo()
    {
        IDocument page = Pages.Parsed(Pages.Html(InOrder(Inputs.Of(new Table(["a", "b"], [[1, 2, 4], [3, 1, 2]]), null), window: 1)));

        Assert.Contains("is not kept", page.QuerySelector("#time")!.TextContent, StringComparison.Ordinal);
    }

    private static ReportInput InOrder(ReportInput input, int window)
    {
        return input with { Provenance = input.Provenance with { Sequence = $$"""{"by":"row","window":{{window}}}""" } };
    }
}
