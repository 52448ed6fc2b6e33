using GanSweep.Sweeps.Spaces;
using GanSweep.Tables.Text;

namespace GanSweep.Client.Validation;

/// <summary>The values that a key takes, for people.</summary>
internal static class SpaceText
{
    private const int MostValues = 12;

    /// <summary>The values of one axis, the first dozen of them: minimax, nonSaturating, wassersteinGp.</summary>
    /// <param name="axis">The axis.</param>
    public static string Values(GridAxis axis)
    {
        return Listing.Of([.. axis.Values.Select(axis.Key.Text)], MostValues);
    }
}
