using Microsoft.AspNetCore.Mvc;

namespace GanSweep.Web.Samples;

/// <summary>What is said of rows behind the question mark.</summary>
/// <param name="Count">How many.</param>
/// <param name="Seed">Their seed; null for 1.</param>
/// <param name="Where">What they are to be like; null if they may be any.</param>
/// <param name="Safe">true if no name and no level may be taken for a formula.</param>
/// <param name="Series">How many series, each of as many rows; null for rows without that.</param>
/// <param name="Start">Where series begin; null for rows of the model's own.</param>
internal sealed record RowQuery(
    [FromQuery(Name = "count")] long Count,
    [FromQuery(Name = "seed")] long? Seed,
    [FromQuery(Name = "where")] string? Where,
    [FromQuery(Name = "safe")] string? Safe,
    [FromQuery(Name = "series")] long? Series,
    [FromQuery(Name = "start")] string? Start);
