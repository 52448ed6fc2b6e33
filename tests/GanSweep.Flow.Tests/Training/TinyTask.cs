using GanSweep.Flow.Families;
using GanSweep.Gan.Families;
using GanSweep.Training.Families;
using GanSweep.Training.Tasks;
using GanSweep.Training.Testing;

namespace GanSweep.Flow.Tests.Training;

/// <summary>Flows that train in milliseconds.</summary>
internal static class TinyTask
{
    /// <summary>The families that files are read as.</summary>
    public static ModelFamilies Families { get; } = new(new GanFamily(), new FlowFamily());

    /// <summary>The task of a configuration: values as in "config".</summary>
    public static TrainingTask Of(string config)
    {
        return MixedTask.Of(Families["flow"], config);
    }
}
