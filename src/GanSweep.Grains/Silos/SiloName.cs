using GanSweep.Contracts.Silos;

namespace GanSweep.Grains.Silos;

/// <summary>The names under which silos are in the cluster's membership: <c>coordinator@machine/1234</c>. So everyone can read a silo's roles off the membership.</summary>
public static class SiloName
{
    /// <summary>The name of a silo of this process.</summary>
    public static string Of(SiloRoles roles)
    {
        return $"{roles.ToString().ToLowerInvariant()}@{Environment.MachineName}/{Environment.ProcessId}";
    }

    /// <summary>A name's roles, and the rest of it. A name that is not one of these has no roles.</summary>
    public static (SiloRoles Roles, string Process) Parse(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        int at = name.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && Enum.TryParse(name[..at], ignoreCase: true, out SiloRoles roles)
            ? (roles, name[(at + 1)..])
            : (SiloRoles.None, name);
    }
}
