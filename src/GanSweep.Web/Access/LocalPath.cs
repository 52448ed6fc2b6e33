namespace GanSweep.Web.Access;

/// <summary>Where a request says that somebody wants to go: to this door alone.</summary>
internal static class LocalPath
{
    /// <summary>The path, or the beginning if it leads elsewhere: browsers take // and /\ for another host.</summary>
    public static string Of(string? path)
    {
        return path is ['/', ..] and not ['/', '/' or '\\', ..] && !path.Any(char.IsControl) ? path : "/";
    }
}
