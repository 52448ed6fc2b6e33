using GanSweep.Reporting.Html;

namespace GanSweep.Reporting.Sections;

/// <summary>One part of a page under a heading of its own. What is known of a sweep is enough for some, so that they stand in the report and in a live page alike.</summary>
/// <typeparam name="TInput">What it is made of.</typeparam>
public interface ISection<in TInput>
{
    /// <summary>Its name in the page's address.</summary>
    string Id { get; }

    /// <summary>Its heading.</summary>
    string Title { get; }

    /// <summary>Whether the page has it: a section on what is not there is left out.</summary>
    bool Concerns(TInput input)
    {
        return true;
    }

    /// <summary>Writes what stands under the heading.</summary>
    void Write(HtmlWriter html, TInput input);
}
