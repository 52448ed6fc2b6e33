namespace GanSweep.Web.Uploads;

/// <summary>What a coordinator takes as files of tables.</summary>
internal sealed class UploadOptions
{
    /// <summary>The longest file in bytes, as it is sent. Default 1 GiB.</summary>
    public long MaxLength { get; set; } = 1L << 30;

    /// <summary>Most files at a time. Default 64.</summary>
    public int MaxOpen { get; set; } = 64;

    /// <summary>Most bytes of all of them, as they were announced. Default 4 GiB.</summary>
    public long MaxTotal { get; set; } = 4L << 30;

    /// <summary>After how long a file is forgotten that nobody asked for. Default half an hour.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromMinutes(30);
}
