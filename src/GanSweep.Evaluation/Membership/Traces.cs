namespace GanSweep.Evaluation.Membership;

/// <summary>What synthetic rows say of real records, one number a record.</summary>
/// <param name="Nearest">The distance to the nearest synthetic row.</param>
/// <param name="LogDensity">The logarithm of the density of synthetic rows there.</param>
internal sealed record Traces(double[] Nearest, double[] LogDensity);
