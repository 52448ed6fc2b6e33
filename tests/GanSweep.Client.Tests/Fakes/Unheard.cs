using System.Reflection;

namespace GanSweep.Client.Tests.Fakes;

/// <summary>Is told what happens, and does nothing about it.</summary>
public class Unheard : DispatchProxy
{
    /// <inheritdoc/>
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        return null;
    }
}
