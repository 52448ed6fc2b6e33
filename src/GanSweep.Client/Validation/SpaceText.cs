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
        // Cells are numbered with the last key fastest: this many steps away, only this key has its next value.
        int stride = grid.Axes.Skip(axis + 1).Aggregate(1, (product, faster) => product * faster.Count);
        int count = grid.Axes[axis].Count;
        IEnumerable<string> values = Enumerable.Range(0, Math.Min(count, MostValues))
            .Select(index => ConfigurationJson.ValueText(grid.ConfigurationAt(index * stride), grid.Axes[axis].Key));
        return string.Join(", ", values) + (count > MostValues ? $", … ({count:N0} in all)" : "");
    }
}
