namespace GanSweep.Contracts.Access;

/// <summary>
/// Says who may call a grain's method: clients of this role and of those above it, and silos. A method that says nothing is for silos alone.
/// A client that may not gets an <see cref="UnauthorizedAccessException"/>.
/// </summary>
/// <param name="role">The least role.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AllowedToAttribute(AccessRole role) : Attribute
{
    /// <summary>The least role that may call it.</summary>
    public AccessRole Role { get; } = role;
}
