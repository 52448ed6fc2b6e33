using GanSweep.Tables;
using GanSweep.Tables.Sequences;

namespace GanSweep.Sweeps.Coordination;

/// <summary>What the yardsticks of a sweep are to be estimated of.</summary>
/// <param name="Key">What they hang on, <see cref="Keys.YardsticksKey"/>: sweeps with the same key have the same.</param>
/// <param name="Table">The whole real table.</param>
/// <param name="Holdout">The share of its rows that is held out of training.</param>
/// <param name="EvaluationRows">Rows of the synthetic sample that will be scored.</param>
/// <param name="Target">The column that the score of utility is about; null if there is none.</param>
/// <param name="Sequence">How the table's rows follow each other; null if they do not.</param>
public sealed record YardstickQuestion(string Key, Table Table, double Holdout, int EvaluationRows, string? Target = null, RowSequence? Sequence = null);
