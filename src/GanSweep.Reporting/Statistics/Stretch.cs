using System.Runtime.InteropServices;

namespace GanSweep.Reporting.Statistics;

/// <summary>Consecutive rows of a series.</summary>
/// <param name="Series">The number of the series, from 0.</param>
/// <param name="Start">The first of the rows in the series, from 0.</param>
/// <param name="Length">How many.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Stretch(int Series, int Start, int Length);
