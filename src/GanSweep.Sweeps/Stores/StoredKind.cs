using System.Runtime.InteropServices;

namespace GanSweep.Sweeps.Stores;

/// <summary>How much there is of one kind of what a store holds.</summary>
/// <param name="Name">What it is: results.</param>
/// <param name="Whole">How many are whole: they can be saved.</param>
/// <param name="Lost">How many are known to be lost: something tells of them, and they are not there or not what was written.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct StoredKind(string Name, int Whole, int Lost);
