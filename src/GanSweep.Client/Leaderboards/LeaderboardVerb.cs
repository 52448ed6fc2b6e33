using System.CommandLine;
using GanSweep.Client.CommandLine;
using GanSweep.Client.Errors;
using GanSweep.Client.Sessions;
using GanSweep.Contracts.Sweeps;
using GanSweep.Documents;
using GanSweep.Evaluation.Scoring;
using GanSweep.Services.Sweeps;
using GanSweep.Sweeps.Ranking;

namespace GanSweep.Client.Leaderboards;

/// <summary><c>leaderboard</c>: the ranking of a sweep.</summary>
internal sealed class LeaderboardVerb : SweepViewVerb
{
    private readonly Option<int?> _top = new("--top")
    {
        Description = $"The best N alone. [default: {LeaderboardView.DefaultRows} in a table, all with --json]",
        HelpName = "N",
    };

    private readonly Option<bool> _byConfig = new("--by-config")
    {
        Description = "Rank configurations by the medians of their replicates, instead of runs.",
    };

    private readonly Option<string[]> _scores = new("--scores")
    {
        Description = $"More scores to show, any of {string.Join(", ", Score.All.Where(score => !score.IsDefault).Select(score => score.Name))}.",
        HelpName = "NAME",
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = _ => [],
    };

    private readonly JsonOption _json = new();

    public LeaderboardVerb(ClientEnvironment environment)
        : base(environment, "leaderboard", "Show the ranking of a sweep. Lower is better; 1 is as far from the table as a second sample of its source would be.")
    {
        _top.Within(1, int.MaxValue);
        _scores.AcceptOnlyFromAmong([.. Score.All.Select(score => score.Name)]);
        AddOptions(_top, _byConfig, _scores);
        Options.Add(_json);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parsed, ISweepView sweep, CancellationToken cancellationToken)
    {
        int? top = parsed.GetValue(_top);
        bool byConfig = parsed.GetValue(_byConfig);
        bool json = parsed.GetValue(_json);
        Score[] more = [.. parsed.GetRequiredValue(_scores).Select(Score.Find).OfType<Score>()];

        // A table shows a few rows of what may be a million; but failed runs come only with all rows, and medians need all.
        int? enough = json || sweep.Summary.Counts.Failed > 0 ? null : LeaderboardView.DefaultRows;
        Leaderboard board = await sweep.GetLeaderboardAsync(byConfig ? null : top ?? enough, cancellationToken);
        int rows = top ?? LeaderboardView.DefaultRows;
        if (byConfig)
        {
            IReadOnlyList<RankedConfiguration> configurations = ConfigurationRanking.Rank(board.Trainings);
            await Environment.WriteAsync(
                json,
                () => ConfigurationBoardDocument.Of(board, configurations.Take(top ?? int.MaxValue)),
                console => LeaderboardView.Write(console, board, configurations, rows, more),
                cancellationToken);
        }
        else
        {
            await Environment.WriteAsync(
                json, () => LeaderboardDocument.Of(board), console => LeaderboardView.Write(console, board, rows, more), cancellationToken);
        }

        return ExitCode.Done;
    }
}
