namespace GanSweep.Reporting.Plots;

/// <summary>What a line or an area stands for. The page's style gives it its colour, light or dark, and its dashes.</summary>
internal enum Ink
{
    Axis,
    Grid,
    Real,
    Synthetic,
    Neutral,
    Mark,
}
