using GanSweep.Reporting.Html;
using GanSweep.Reporting.Inputs;

namespace GanSweep.Reporting.Sections;

/// <summary>A section that holds synthetic rows against the real ones, and says so where there are none.</summary>
internal abstract class SampledSection : ISection<ReportInput>
{
    public abstract string Id { get; }

    public abstract string Title { get; }

    public virtual bool Concerns(ReportInput input)
    {
        return true;
    }

    public void Write(HtmlWriter html, ReportInput input)
    {
        if (input.Shown is { } shown)
        {
            Write(html, shown);
        }
        else
        {
            html.Write($"<p>The generator of run {input.Run.Row.Run} is not kept, so there are no synthetic rows to show here. A sweep "
                + $"keeps the best few: <code>\"keepBest\"</code> in sweep.json.</p>");
        }
    }

    /// <summary>Writes what stands under the heading where there are synthetic rows. A section of figures has their rows; see <see cref="WriteFigures"/>.</summary>
    protected virtual void Write(HtmlWriter html, ShownTables shown)
    {
        foreach (string note in new[] { shown.SortedByNote, shown.Note }.OfType<string>())
        {
            html.Write($"<p class=\"note\">{note}</p>");
        }

        WriteFigures(html, shown);
    }

    /// <summary>Writes the figures of a section.</summary>
    /// <param name="html">Where to.</param>
    /// <param name="shown">What of both tables is shown.</param>
    protected abstract void WriteFigures(HtmlWriter html, ShownTables shown);
}
