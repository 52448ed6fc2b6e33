using System.Collections.Immutable;
using System.CommandLine;
using GanSweep.Client.CommandLine;
using GanSweep.Client.Errors;
using GanSweep.Client.Sessions;
using GanSweep.Contracts.Sweeps;
using GanSweep.Documents;
using GanSweep.Evaluation.Scoring;
using GanSweep.Services.Sweeps;
using GanSweep.Silo;
using GanSweep.Sweeps.Definitions;
using GanSweep.Sweeps.Importance;
using GanSweep.Sweeps.Wire;

namespace GanSweep.Client.Importance;

/// <summary><c>importance</c>: which keys of a sweep's space matter.</summary>
internal sealed class ImportanceVerb : SweepViewVerb
{
    private readonly Option<string> _score = new("--score")
    {
        Description = "The score that says what is good: total, or one that a total may count.",
        HelpName = "NAME",
        DefaultValueFactory = _ => Score.Total.Name,
    };

    private readonly JsonOption _json = new();

    public ImportanceVerb(ClientEnvironment environment)
        : base(environment, "importance", "Say which keys of a sweep's space have to do with which of its configurations are good (PED-ANOVA).")
    {
        _score.AcceptOnlyFromAmong([Score.Total.Name, .. Score.All.Where(score => score.CanBeRanked).Select(score => score.Name)]);
        AddOptions(_score);
        Options.Add(_json);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parsed, ISweepView sweep, CancellationToken cancellationToken)
    {
        Score score = Score.Find(parsed.GetRequiredValue(_score)) ?? Score.Total;
        SweepProvenance provenance = await sweep.GetProvenanceAsync(cancellationToken);
        Leaderboard board = await sweep.GetLeaderboardAsync(top: null, cancellationToken);
        ImmutableArray<AlternativeImportance> importance = SpaceImportance.Of(SweepDefinition.Restore(provenance.Json, Models.Catalog, provenance.AsOf()), board, score);
        await Environment.WriteAsync(
            parsed.GetValue(_json),
            () => ImportanceDocument.Of(sweep.Summary.SweepId, score.Name, importance),
            console => ImportanceView.Write(console, sweep.Summary.SweepId, score, importance),
            cancellationToken);
        return ExitCode.Done;
    }
}
