using GanSweep.Gan.Configurations;


namespace GanSweep.Gan.Families;

/// <summary>
/// How large the steps of an epoch are: constant, then falling linearly to 0 over the last <see cref="GanConfiguration.LearningRateDecay"/>
/// of the epochs. A function of the epoch alone, so a run that is resumed needs to remember nothing.
/// </summary>
internal static class LearningRateSchedule
{
    /// <summary>What both networks' step sizes are multiplied with, above 0 and at most 1.</summary>
    /// <param name="configuration">The run's configuration.</param>
    /// <param name="epoch">The epoch, from 1 to <see cref="GanConfiguration.Epochs"/>.</param>
    public static double FactorOf(GanConfiguration configuration, int epoch)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        double falling = configuration.LearningRateDecay * configuration.Epochs;
        double left = configuration.Epochs - epoch + 1;
        return left < falling ? left / falling : 1;
    }
}
