using System.CommandLine;
using GanSweep.Client.CommandLine;
using GanSweep.Client.Errors;
using GanSweep.Client.Sweeps;
using GanSweep.Documents;
using GanSweep.Evaluation.Holdout;
using GanSweep.Sweeps.Stores;

namespace GanSweep.Client.Validation;

/// <summary><c>validate</c>: says what a sweep.json would train.</summary>
internal sealed class ValidateVerb : Verb
{
    private readonly SweepFileArgument _file = new();
    private readonly ReadingOptions _reading = new();
    private readonly DataOption _data = new();
    private readonly JsonOption _json = new();

    public ValidateVerb(ClientEnvironment environment)
        : base(environment, "validate", "Check a sweep.json and its table, and say what would be trained and what is there already.")
    {
        Arguments.Add(_file);
        _reading.AddTo(this);
        Options.Add(_data);
        Options.Add(_json);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        SweepFile file = await SweepFile.ReadAsync(parsed.GetRequiredValue(_file), _reading.Read(parsed), Environment.Error, Environment.Time, cancellationToken);
        file.Announce(Environment.Error);
        ValidationDocument document = new()
        {
            Sweep = file.SweepId,
            Name = file.Definition.Name,
            Runs = file.Definition.RunCount,
            Trainings = file.Definition.TrainingCountOn(file.Table.Size),
            Replicates = file.Definition.Replicates,
            EvaluationRows = file.EvaluationRows,
            HeldOut = HoldoutSplit.CountOf(file.Table.RowCount, file.Definition.Holdout),
            Target = file.Definition.Target,
            Dataset = new DatasetDocument(file.Definition.DatasetPath, file.DatasetHash, file.Table.RowCount, file.Table.ColumnNames),
            Spelling = file.Read.Dialect,
            Columns = [.. file.Read.Profiles.Select(ColumnDocument.Of)],
            Space = file.Definition.Alternatives,
            Strategy = file.Definition.IsSearch ? file.Definition.Strategy : null,
            Search = SearchPlanDocument.Of(file.Definition),
            Fitted = [.. FittedKeys.Of(file.Definition, file.Table.Size)],
            Notes = file.Notes,
            Stored = await ProbeAsync(parsed.GetRequiredValue(_data), file, cancellationToken),
        };
        await Environment.WriteAsync(
            parsed.GetValue(_json), () => document, console => ValidationView.Write(console, document), cancellationToken);
        return ExitCode.Done;
    }

    private async Task<StoredDocument?> ProbeAsync(string folder, SweepFile file, CancellationToken cancellationToken)
    {
        try
        {
            return await StoreProbe.ProbeAsync(folder, file, cancellationToken);
        }
        catch (StoreInUseException exception)
        {
            Environment.Error.WriteLine($"What is already stored was not looked at: {exception.Message}");
            return null;
        }
    }
}
