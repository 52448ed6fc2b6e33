using GanSweep.Client.Output;
using GanSweep.Evaluation.Attacks;

namespace GanSweep.Client.Attacks.Texts;

/// <summary>What is told of windows of rows that follow each other, besides what is told of rows as well.</summary>
internal static class WindowText
{
    /// <summary>How many there are, and what to do where they are too few.</summary>
    public static string Of(WindowStudy windows)
    {
        string counted = $"Windows of {Figures.Count(windows.Length)} rows that follow each other: {Figures.Count(windows.Training)} of training rows and "
            + $"{Figures.Count(windows.HeldOut)} of others, none of which share a row, and {Figures.Count(windows.Synthetic)} synthetic ones that begin at any row";
        return windows.Membership is not null
            ? $"{counted}."
            : $"{counted}. Of fewer than {WindowStudy.Fewest} of any nothing is told: {Advice(windows)}.";
    }

    private static string Advice(WindowStudy windows)
    {
        return windows.HeldOut < WindowStudy.Fewest ? "hold more rows out, in longer stretches, or say a shorter window"
            : windows.Training < WindowStudy.Fewest ? "train on more rows, in longer stretches, or say a shorter window"
            : "draw more synthetic rows, or longer paths";
    }
}
