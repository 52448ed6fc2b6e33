namespace GanSweep.Kernels.Optimizers;

/// <summary>
/// How large the steps of an epoch are: constant, then falling linearly to 0 over the last epochs. A function of the epoch alone, so a run that is
/// resumed needs to remember nothing.
/// </summary>
public static class LearningRateSchedule
{
    /// <summary>What step sizes are multiplied with, above 0 and at most 1.</summary>
    /// <param name="decay">The share of the epochs, at the end, over which they fall; 0 (off) to 1.</param>
    /// <param name="epochs">All epochs.</param>
    /// <param name="epoch">The epoch, from 1 to <paramref name="epochs"/>.</param>
    public static double FactorOf(double decay, int epochs, int epoch)
    {
        double falling = decay * epochs;
        double left = epochs - epoch + 1;
        return left < falling ? left / falling : 1;
    }
}
