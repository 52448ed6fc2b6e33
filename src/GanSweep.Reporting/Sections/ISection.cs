using GanSweep.Reporting.Html;
using GanSweep.Reporting.Inputs;

namespace GanSweep.Reporting.Sections;

/// <summary>One part of the report under a heading of its own.</summary>
internal interface ISection
{
    /// <summary>Its name in the page's address.</summary>
    string Id { get; }

    /// <summary>Its heading.</summary>
    string Title { get; }

    /// <summary>Writes what stands under the heading.</summary>
    void Write(HtmlWriter html, ReportInput input);
}
