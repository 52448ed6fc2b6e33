using System.Runtime.InteropServices;

namespace GanSweep.Reporting.Statistics;

/// <summary>How often a level occurs.</summary>
/// <param name="Level">Its place in the column's levels.</param>
/// <param name="Name">What it says, shortened.</param>
/// <param name="Real">How many real cells have it.</param>
/// <param name="Synthetic">How many synthetic cells have it.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LevelCount(int Level, string Name, int Real, int Synthetic);
