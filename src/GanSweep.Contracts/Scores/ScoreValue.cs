using System.Runtime.InteropServices;

namespace GanSweep.Contracts.Scores;

/// <summary>A score.</summary>
/// <param name="Name">Its name in JSON.</param>
/// <param name="Value">Its value.</param>
[StructLayout(LayoutKind.Auto)]
[GenerateSerializer, Immutable, Alias("GanSweep.ScoreValue")]
public readonly record struct ScoreValue([property: Id(0)] string Name, [property: Id(1)] double Value);
