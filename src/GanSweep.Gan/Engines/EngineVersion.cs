namespace GanSweep.Gan.Engines;

/// <summary>The version of the arithmetic that trains.</summary>
public static class EngineVersion
{
    /// <summary>Part of every run key: changed whenever the same run would end in other bits.</summary>
    public const string Current = "torch-2";
}
