using System.Collections.Immutable;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Scores;
using GanSweep.Contracts.Sweeps;
using GanSweep.Evaluation.Scoring;
using GanSweep.Reporting.Boards;
using GanSweep.Web.Pages.Sweeps;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace GanSweep.Web.Tests.Pages;

public sealed class BoardQueryTests
{
    private static readonly Leaderboard Board = new()
    {
        Summary = new SweepSummary { SweepId = "a-1", State = SweepState.Running, Counts = new SweepCounts(5, 3, 1, 1, 0, 0), SubmittedAt = DateTimeOffset.UnixEpoch },
        VaryingKeys = ["loss", "rate"],
        Notes = [],
        Rows = [Row(3, 1, 0.3, "minimax", 0.01), Row(1, 2, 0.4, "nonSaturating", 0.1), Row(2, 3, 0.5, "minimax", 0.1), Row(4, null, null, "minimax", 0.01), Row(5, null, null, "nonSaturating", 1)],
    };

    private static readonly BoardColumn[] Columns = [BoardColumns.Rank, BoardColumns.Run, .. BoardColumns.ScoresOf(Board), .. BoardColumns.KeysOf(Board), BoardColumns.State];

    [Theory]
    [InlineData("", "3 1 2 4 5")]
    [InlineData("?sort=run", "1 2 3 4 5")]
    [InlineData("?sort=-run", "5 4 3 2 1")]
    [InlineData("?sort=total", "3 1 2 4 5")]
    [InlineData("?sort=-total", "2 1 3 4 5")]
    [InlineData("?sort=loss", "3 2 4 1 5")]
    [InlineData("?sort=-rate", "5 1 2 3 4")]
    [InlineData("?sort=nothing-like-it", "3 1 2 4 5")]
    [InlineData("?max.total=0.4", "3 1")]
    [InlineData("?min.total=0.35&max.total=0.45", "1")]
    [InlineData("?min.rate=0.1", "1 2 5")]
    [InlineData("?is.loss=minimax&sort=-run", "4 3 2")]
    [InlineData("?is.loss=minimax&is.loss=nonSaturating", "3 1 2 4 5")]
    [InlineData("?is.loss=", "3 1 2 4 5")]
    [InlineData("?state=completed", "3 1 2")]
    [InlineData("?max.total=x&min.rate=1e999", "")]
    public void Of_Address_HasTheRunsThatItAsksForInItsOrder(string address, string runs)
    {
        Assert.Equal(runs, string.Join(' ', Query(address).Of(Board, Columns).Select(row => row.Run)));
    }

    [Fact]
    public void With_Column_SaysIsOtherwiseAndKeepsTheRest()
    {
        BoardQuery query = Query("?sort=total&page=3&run=1&run=2&is.loss=a%26b");

        Assert.Equal("?run=1&run=2&is.loss=a%26b&sort=-total", query.With("sort", "-total", "page"));
        Assert.Equal("?sort=total&run=1&run=2", query.Unfiltered());
        Assert.Equal([1, 2], query.Chosen);
        Assert.True(query.Filters);
    }

    [Fact]
    public void Read_WhatIsNone_IsLeftAlone()
    {
        BoardQuery query = Query("?page=-4&run=x&run=0&by=nothing&score=nothing&unknown=1");

        Assert.Equal((1, Score.Total), (query.Page, query.By));
        Assert.Empty(query.Chosen);
        Assert.Empty(query.Scores);
        Assert.False(query.IsOfAll);
    }

    private static BoardQuery Query(string address)
    {
        return BoardQuery.Read(new QueryCollection(QueryHelpers.ParseQuery(address)));
    }

    private static LeaderboardRow Row(int run, int? rank, double? total, string loss, double rate)
    {
        return new LeaderboardRow
        {
            Run = run,
            Rank = rank,
            Key = $"key {run}",
            State = total is null ? RunState.Failed : RunState.Completed,
            Attempts = 1,
            Configuration = new RunConfiguration("gan", FormattableString.Invariant($$"""{"loss":"{{loss}}","rate":{{rate}}}""")),
            Seed = 7,
            Scores = total is { } value ? new ScoreValues([new ScoreValue(Score.Total.Name, value)]) : null,
        };
    }
}
