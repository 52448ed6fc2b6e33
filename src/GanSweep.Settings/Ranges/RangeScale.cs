namespace GanSweep.Settings.Ranges;

/// <summary>By what numbers of a range are drawn.</summary>
internal enum RangeScale
{
    /// <summary>By themselves.</summary>
    Linear,

    /// <summary>By their logarithms.</summary>
    Log,
}
