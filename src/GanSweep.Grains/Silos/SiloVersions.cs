namespace GanSweep.Grains.Silos;

/// <summary>Which versions this silo has.</summary>
/// <param name="Program">The program's; null if nobody said it.</param>
/// <param name="Engine">The engines' of its models.</param>
internal sealed record SiloVersions(string? Program, string Engine);
