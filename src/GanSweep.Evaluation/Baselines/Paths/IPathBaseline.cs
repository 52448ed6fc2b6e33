using GanSweep.Tables.Sequences;

namespace GanSweep.Evaluation.Baselines.Paths;

/// <summary>A simple synthesizer of rows that follow each other: what a path of a model has to beat. The same rows give the same draws.</summary>
internal interface IPathBaseline
{
    /// <summary>Its name in documents.</summary>
    string Name { get; }

    /// <summary>Synthetic series: for each of those that it may look at a path of its rows, as much of all as that series is of the table.</summary>
    /// <param name="training">The rows that it may look at, at least two.</param>
    /// <param name="rows">How many to draw in all.</param>
    SequencedTable Draw(SequencedTable training, int rows);
}
