namespace GanSweep.Contracts.Silos;

/// <summary>Marks a grain's method that only silos of the cluster may call. A client that calls it gets an <see cref="UnauthorizedAccessException"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SilosOnlyAttribute : Attribute;
