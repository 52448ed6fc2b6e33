using System.Collections.Immutable;
using GanSweep.Tables.Sequences;

namespace GanSweep.Training.Histories;

/// <summary>What a generator of rows that follow each other knows besides its weights and its transform: all that drawing paths needs.</summary>
/// <param name="Sequence">How rows follow each other.</param>
/// <param name="Lowest">The least of each number of a row that a path remembers, <c>[features]</c>.</param>
/// <param name="Highest">The most, <c>[features]</c>.</param>
/// <param name="History">How they hang on those before them.</param>
/// <param name="Groups">The series that there are; empty if there is one.</param>
public sealed record PathModel(RowSequence Sequence, ImmutableArray<float> Lowest, ImmutableArray<float> Highest, HistoryModel History, ImmutableArray<PathGroup> Groups);
