using GanSweep.Evaluation.Standards;
using GanSweep.Sweeps.Definitions;
using GanSweep.Tables.Sequences;

namespace GanSweep.Sweeps.Keys;

/// <summary>The key under which the yardsticks of a table are remembered: a hash of all that they depend on, which is no sweep.</summary>
internal static class YardsticksKey
{
    /// <summary>SHA-256 of a canonical text of the table's hash, the share held out, the rows that are scored, the target and the sequence if there are any, and the estimator's version; 64 lower-case hexadecimal digits.</summary>
    /// <param name="datasetHash">The table.</param>
    /// <param name="holdout">The share of its rows that is held out of training.</param>
    /// <param name="evaluationRows">Rows of the synthetic sample that is scored.</param>
    /// <param name="target">The column that the score of utility is about; null if there is none.</param>
    /// <param name="sequence">How the table's rows follow each other; null if they do not.</param>
    public static string Compute(string datasetHash, double holdout, int evaluationRows, string? target = null, RowSequence? sequence = null)
    {
        return CanonicalHash.Compute(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("dataset", datasetHash);
            writer.WriteNumber("holdout", holdout);
            writer.WriteNumber("evaluationRows", evaluationRows);
            if (target is not null)
            {
                writer.WriteString("target", target);
            }

            if (SequenceSettings.Text(sequence) is { } order)
            {
                writer.WriteString("sequence", order);
                writer.WriteNumber("paths", RunKey.Paths);
            }

            writer.WriteNumber("estimator", YardstickEstimator.Version);
            writer.WriteEndObject();
        });
    }
}
