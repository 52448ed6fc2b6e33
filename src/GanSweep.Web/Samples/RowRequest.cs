namespace GanSweep.Web.Samples;

/// <summary>Which rows are drawn.</summary>
/// <param name="Count">How many.</param>
/// <param name="Seed">Their seed.</param>
/// <param name="Where">What they are to be like; null if they may be any.</param>
/// <param name="IsSafe">Whether no name and no level may be taken for a formula.</param>
internal sealed record RowRequest(long Count, long Seed, string? Where, bool IsSafe);
