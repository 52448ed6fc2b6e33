using GanSweep.Sweeps.Definitions;
using GanSweep.Sweeps.Spaces;

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
        IEnumerable<string> shown = values.Values.Take(MostValues).Select(values.Key.Text);
        return string.Join(", ", shown) + (values.Count > MostValues ? $", … ({values.Count:N0} in all)" : "");
    }
}
