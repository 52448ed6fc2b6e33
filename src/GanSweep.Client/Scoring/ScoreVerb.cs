using System.CommandLine;
using GanSweep.Client.CommandLine;
using GanSweep.Client.Errors;
using GanSweep.Client.Sweeps;
using GanSweep.Documents;
using GanSweep.Evaluation.Fidelity;
using GanSweep.Evaluation.Holdout;
using GanSweep.Evaluation.Scoring;
using GanSweep.Evaluation.Standards;
using GanSweep.Services.Errors;
using GanSweep.Sweeps.Definitions;
using GanSweep.Tables;
using GanSweep.Tables.Formats;
using GanSweep.Tables.Options;
using GanSweep.Tables.Sequences;

namespace GanSweep.Client.Scoring;

/// <summary><c>score</c>: the scores of any synthetic table, from any tool.</summary>
internal sealed class ScoreVerb : Verb
{
    private readonly Argument<string> _real = new("REAL") { Description = "The real table, a CSV file." };
    private readonly Argument<string> _synthetic = new("SYNTHETIC")
    {
        Description = "The synthetic table, a CSV file with the same columns in any order, from any tool.",
    };

    private readonly Option<string?> _holdout = new("--holdout")
    {
        Description = "Rows of the real table that the synthetic one was not learnt from, a table too; REAL then has those it was. Adds the scores of privacy that need them.",
        HelpName = "FILE",
    };

    private readonly Option<string?> _target = new("--target")
    {
        Description = "The column that the table is there to tell. Adds utility, how well a model that is trained on the synthetic rows tells it of the held-out ones; needs --holdout.",
        HelpName = "NAME",
    };

    private readonly SequenceOptions _sequence = new(
        "Adds the scores of time; the column itself is not scored.", "the blocks by which yardsticks of time are drawn have on average at least as many");

    private readonly ReadingOptions _reading = new();
    private readonly JsonOption _json = new();

    public ScoreVerb(ClientEnvironment environment)
        : base(environment, "score", "Score any synthetic table against a real one, beside what a memoriser (floor) and a second real sample would get.")
    {
        _real.NotBlank();
        _synthetic.NotBlank();
        _holdout.NotBlank();
        _target.NotBlank();
        Arguments.Add(_real);
        Arguments.Add(_synthetic);
        Options.Add(_holdout);
        Options.Add(_target);
        _sequence.AddTo(this);
        _reading.AddTo(this);
        Options.Add(_json);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        string syntheticFile = parsed.GetRequiredValue(_synthetic);
        string realFile = parsed.GetRequiredValue(_real);
        RowSequence? sequence = _sequence.Read(parsed);
        ReadOptions said = _reading.Read(parsed) ?? ReadOptions.None;
        ReadTable read = await ReadAsync(realFile, said, cancellationToken);
        ReadOptions likeReal = MatchingColumns.ReadingLike(read, said);
        Table? heldOut = parsed.GetValue(_holdout) is { } heldOutFile
            ? MatchingColumns.Arrange(read.Table, (await ReadAsync(heldOutFile, likeReal, cancellationToken)).Table, heldOutFile)
            : null;

        // A level that only held-out rows have is one of the real table.
        Table real = heldOut is null ? read.Table : MatchingColumns.Arrange(heldOut, read.Table, realFile);
        string? target = parsed.GetValue(_target);
        HoldoutSplit split = new(real, heldOut);
        Table whole = split.Whole();
        if (sequence is not null)
        {
            _sequence.Demand(sequence, split, whole, target);
        }

        SyntheticFile file = new(real, sequence, syntheticFile);
        (Table synthetic, SequencedTable? paths) = file.Arrange(await ReadAsync(syntheticFile, file.Reading(likeReal), cancellationToken));
        ThrowIfNotTold(target, real, heldOut);
        double share = (double)(whole.RowCount - real.RowCount) / whole.RowCount;
        Yardsticks yardsticks = YardstickEstimator.Estimate(whole, share, synthetic.RowCount, cancellationToken, target: target, split: split, sequence: sequence);
        TableScorer scorer = new(whole, split, target, sequence);
        Scores scores = (paths is null ? scorer.Score(synthetic, Score.All) : scorer.Score(paths, Score.All)).WithTotal(yardsticks.SecondSample);
        IReadOnlyList<ColumnScores> columns = scorer.ScoreColumns(synthetic);
        await Environment.WriteAsync(
            parsed.GetValue(_json),
            () => ScoreDocument.Of(scores, yardsticks, columns),
            console => ScoreView.Write(console, scores, yardsticks, columns),
            cancellationToken);
        return ExitCode.Done;
    }

    private static void ThrowIfNotTold(string? target, Table real, Table? heldOut)
    {
        if (target is null)
        {
            return;
        }

        if (TableCheck.TargetRefusal(target, real) is { } refusal)
        {
            throw new WrongInputException($"--target: {refusal}");
        }

        if (heldOut is null)
        {
            throw new WrongInputException("--target: it is told of held-out rows, and there are none. Name a file of them with --holdout.");
        }
    }

    private Task<ReadTable> ReadAsync(string path, ReadOptions options, CancellationToken cancellationToken)
    {
        return TableFile.ReadAsync(path, path, options, Environment.Error, Environment.Time, cancellationToken);
    }
}
