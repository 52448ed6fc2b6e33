namespace GanSweep.Web.Samples;

/// <summary>Which rows are drawn.</summary>
/// <param name="Count">How many.</param>
/// <param name="Seed">Their seed.</param>
/// <param name="Where">What they are to be like; null if they may be any.</param>
/// <param name="IsSafe">Whether no name and no level may be taken for a formula.</param>
/// <param name="Series">How many series, each of as many rows; null for rows without that.</param>
internal sealed record RowRequest(long Count, long Seed, string? Where, bool IsSafe, long? Series = null);
