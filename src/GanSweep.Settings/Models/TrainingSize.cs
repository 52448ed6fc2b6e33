namespace GanSweep.Settings.Models;

/// <summary>How large the table is that a model is trained on: the rows that are held out do not count.</summary>
/// <param name="Rows">Its rows.</param>
/// <param name="Columns">Its columns.</param>
public sealed record TrainingSize(int Rows, int Columns)
{
    /// <summary>How many rows the next one hangs on, unless a configuration says otherwise; null where rows stand by themselves.</summary>
    public int? Window { get; init; }

    /// <summary>Whether its rows follow each other.</summary>
    public bool IsSequenced => Window is not null;
}
