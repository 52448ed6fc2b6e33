using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace GanSweep.Training.Safetensors;

/// <summary>What the header says of a tensor. Begin and End count from the end of the header, in bytes; they agree with the shape.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TensorEntry(string Name, ImmutableArray<int> Shape, long Begin, long End);
