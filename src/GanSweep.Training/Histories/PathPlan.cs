using System.Runtime.InteropServices;

namespace GanSweep.Training.Histories;

/// <summary>A path that is to be drawn.</summary>
/// <param name="Number">Its number, from 0: with the seed and the purpose the address of its random numbers. Below 2^31.</param>
/// <param name="Length">How many rows it has, at least 1.</param>
/// <param name="Group">Which of <see cref="PathModel.Groups"/> it is of; −1 where there is one series.</param>
/// <param name="Origin">The real rows after which it goes on; null for one that begins by itself.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PathPlan(long Number, int Length, int Group = -1, PathOrigin? Origin = null);
