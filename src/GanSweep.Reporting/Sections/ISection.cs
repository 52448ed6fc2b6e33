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

    /// <summary>Whether the report has it: a section on what the table does not have is left out.</summary>
    bool Concerns(ReportInput input)
    {
        return true;
    }

    /// <summary>Writes what stands under the heading.</summary>
    void Write(HtmlWriter html, ReportInput input);
}
