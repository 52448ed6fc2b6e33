using System.CommandLine;
using GanSweep.Client.CommandLine;
using GanSweep.Client.Documents;
using GanSweep.Client.Errors;
using GanSweep.Client.Leaderboards;
using GanSweep.Client.Sessions;
using GanSweep.Contracts.Scores;
using GanSweep.Contracts.Sweeps;
using GanSweep.Sweeps.Ranking;

namespace GanSweep.Client.Verbs;

/// <summary><c>leaderboard</c>: the ranking of a sweep.</summary>
internal sealed class LeaderboardVerb : Command
{
    private readonly ClientEnvironment _environment;
    private readonly SweepArgument _sweep = new(optional: true);
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

    private readonly SessionOptions _session;
    private readonly JsonOption _json = new();

    public LeaderboardVerb(ClientEnvironment environment)
        : base("leaderboard", "Show the ranking of a sweep. Lower is better; 1 is as far from the table as a second sample of its source would be.")
    {
        _environment = environment;
        _session = new SessionOptions(environment);
        _top.Within(1, int.MaxValue);
        Arguments.Add(_sweep);
        Options.Add(_top);
        Options.Add(_byConfig);
        _scores.AcceptOnlyFromAmong([.. Score.All.Select(score => score.Name)]);
        Options.Add(_scores);
        _session.AddTo(this);
        Options.Add(_json);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        int? top = parsed.GetValue(_top);
        bool byConfig = parsed.GetValue(_byConfig);
        bool json = parsed.GetValue(_json);
        Score[] more = [.. parsed.GetRequiredValue(_scores).Select(Score.Find).OfType<Score>()];
        await using ISweepSession session = await _environment.Sessions.OpenAsync(_session.Read(parsed), cancellationToken);
        SweepSummary summary = await SweepFinder.FindAsync(session, parsed.GetValue(_sweep), cancellationToken);

        // A table shows few rows of what may be a million; but runs that failed come only with all, and medians need all.
        int? asked = byConfig || summary.Counts.Failed > 0 || json ? null : LeaderboardView.DefaultRows;
        Leaderboard board = await session.GetSweep(summary.SweepId)
            .GetLeaderboardAsync(byConfig ? null : top ?? asked).WaitAsync(cancellationToken);
        if (byConfig)
        {
            await WriteAsync(board, ConfigurationRanking.Rank(board.Rows), top, more, json, cancellationToken);
        }
        else if (json)
        {
            await _environment.WriteJsonAsync(LeaderboardDocument.Of(board), cancellationToken);
        }
        else
        {
            LeaderboardView.Write(_environment.Output, board, top ?? LeaderboardView.DefaultRows, more);
        }

        return (int)ExitCode.Done;
    }

    private async Task WriteAsync(
        Leaderboard board, IReadOnlyList<RankedConfiguration> configurations, int? top, Score[] more, bool json, CancellationToken cancellationToken)
    {
        if (json)
        {
            IEnumerable<RankedConfiguration> shown = configurations.Take(top ?? int.MaxValue);
            await _environment.WriteJsonAsync(ConfigurationBoardDocument.Of(board, shown), cancellationToken);
        }
        else
        {
            LeaderboardView.Write(_environment.Output, board, configurations, top ?? LeaderboardView.DefaultRows, more);
        }
    }
}
