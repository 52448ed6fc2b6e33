using System.Reflection;

namespace GanSweep.Silo.Settings;

/// <summary>The version of GanSweep, as Directory.Build.props says it.</summary>
public static class ProductVersion
{
    /// <summary>Such as <c>0.2.0</c>.</summary>
    public static string Current { get; } =
        typeof(ProductVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
}
