using GanSweep.Sweeps.Definitions;
using GanSweep.Sweeps.Spaces;
using GanSweep.Tables.Text;

namespace GanSweep.Client.Validation;

/// <summary>The values that a key takes, for people.</summary>
internal static class SpaceText
{
    private const int MostValues = 12;

    /// <summary>The values of one axis, the first dozen of them: minimax, nonSaturating, wassersteinGp.</summary>
    /// <param name="grid">The space.</param>
    /// <param name="axis">The axis, from 0.</param>
    public static string Values(Grid grid, int axis)
    {
        GridAxis values = grid.Axes[axis];
        return Listing.Of([.. values.Values.Select(values.Key.Text)], MostValues);
    }
}
