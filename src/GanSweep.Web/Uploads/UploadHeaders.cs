namespace GanSweep.Web.Uploads;

/// <summary>The headers of uploads.</summary>
internal static class UploadHeaders
{
    /// <summary>Where a part begins, and where to go on.</summary>
    public const string Offset = "Upload-Offset";

    /// <summary>How many bytes there will be.</summary>
    public const string Length = "Upload-Length";
}
