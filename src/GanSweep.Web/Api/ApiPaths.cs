namespace GanSweep.Web.Api;

/// <summary>Where the API is.</summary>
internal static class ApiPaths
{
    /// <summary>What every path of its first version begins with.</summary>
    public const string Root = "/api/v1";
}
