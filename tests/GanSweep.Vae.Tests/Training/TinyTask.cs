using GanSweep.Gan.Families;
using GanSweep.Training.Families;
using GanSweep.Training.Tasks;
using GanSweep.Training.Testing;
using GanSweep.Vae.Families;

namespace GanSweep.Vae.Tests.Training;

/// <summary>VAEs that train in milliseconds.</summary>
internal static class TinyTask
{
    /// <summary>The families that files are read as.</summary>
    public static ModelFamilies Families { get; } = new(new GanFamily(), new VaeFamily());

    /// <summary>The task of a configuration: values as in "config".</summary>
    public static TrainingTask Of(string config)
    {
        return MixedTask.Of(Families["vae"], config);
    }
}
