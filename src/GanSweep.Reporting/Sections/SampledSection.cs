using GanSweep.Reporting.Html;
using GanSweep.Reporting.Inputs;
using GanSweep.Tables;

namespace GanSweep.Reporting.Sections;

/// <summary>A section that holds synthetic rows against the real ones, and says so where there are none.</summary>
internal abstract class SampledSection : ISection
{
    /// <summary>Columns and pairs beyond these are left out, or the page of a wide table could not be opened.</summary>
    protected const int MostColumns = 40;

    public abstract string Id { get; }

    public abstract string Title { get; }

    public void Write(HtmlWriter html, ReportInput input)
    {
        if (input.Synthetic is { } synthetic)
        {
            Write(html, input.Real, synthetic);
        }
        else
        {
            html.Write($"<p>The generator of run {input.Run.Row.Run} is not kept, so there are no synthetic rows to show here. A sweep "
                + $"keeps the best few: <code>\"keepBest\"</code> in sweep.json.</p>");
        }
    }

    protected abstract void Write(HtmlWriter html, Table real, Table synthetic);

    /// <summary>Says that a wide table is not shown whole.</summary>
    protected static void WriteLimit(HtmlWriter html, int count)
    {
        if (count > MostColumns)
        {
            html.Write($"<p class=\"note\">The first {MostColumns} of {count} columns.</p>");
        }
    }
}
