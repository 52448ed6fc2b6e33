using GanSweep.Services.Errors;
using GanSweep.Services.Samples;

namespace GanSweep.Web.Samples;

/// <summary>Which rows are drawn.</summary>
/// <param name="Count">How many.</param>
/// <param name="Seed">Their seed.</param>
/// <param name="Where">What they are to be like; null if they may be any.</param>
/// <param name="IsSafe">Whether no name and no level may be taken for a formula.</param>
/// <param name="Series">How many series, each of as many rows; null for rows without that.</param>
/// <param name="Start">Where series begin.</param>
internal sealed record RowRequest(long Count, long Seed, string? Where, bool IsSafe, long? Series, SeriesStart Start)
{
    /// <summary>That of what stands behind the question mark.</summary>
    /// <exception cref="WrongInputException">The start cannot be read, or there are no series to begin.</exception>
    public static RowRequest Of(RowQuery query)
    {
        SeriesStart start = SeriesStart.Parse(query.Start ?? SeriesStart.Model, "start");
        return start.IsReal && query.Series is null
            ? throw new WrongInputException("start is of series. Say how many with series, each of as many rows as count says.")
            : new RowRequest(query.Count, query.Seed ?? 1, query.Where, query.Safe == "true", query.Series, start);
    }
}
