using GanSweep.Settings.Models;
using GanSweep.Tables;
using GanSweep.Tables.Transforms;
using GanSweep.Training.Families;

namespace GanSweep.Training.Loop;

/// <summary>What table and configuration settle before anything is trained.</summary>
public static class TrainingChecks
{
    /// <summary>Why no run of a configuration can be trained on these rows, as a sentence; null if it can.</summary>
    /// <param name="family">The family.</param>
    /// <param name="configuration">One of its configurations.</param>
    /// <param name="rows">The rows that are trained on.</param>
    public static string? Refusal(IModelFamily family, Configuration configuration, Table rows)
    {
        ArgumentNullException.ThrowIfNull(family);
        try
        {
            TableTransform.Demand(family.TransformOf(configuration), rows);
            return null;
        }
        catch (TransformException refusal)
        {
            return refusal.Message;
        }
    }
}
