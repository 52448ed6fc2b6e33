using GanSweep.Contracts.Runs;
using GanSweep.Reporting.Html;
using GanSweep.Reporting.Inputs;
using GanSweep.Reporting.Plots;

namespace GanSweep.Reporting.Sections;

/// <summary>How a sweep went whose runs hang on nothing: its best total run by run, and over time.</summary>
internal sealed class CourseSection : ISection<SweepInput>
{
    public string Id => "course";

    public string Title => "Best so far";

    public bool Concerns(SweepInput input)
    {
        return !input.Board.IsOfSearch && input.Board.Trainings.Where(row => row.Rank is not null && row.State == RunState.Completed).Skip(1).Any();
    }

    public void Write(HtmlWriter html, SweepInput input)
    {
        SearchCourse course = SearchCourse.Of(input.Board.Trainings);
        html.Write($"{course.Legend()}");
        html.WritePanels([course.ByRun(), .. course.BySeconds() is { } time ? [time] : Array.Empty<Panel>()], "three");
    }
}
