using System.CommandLine;
using GanSweep.Client.CommandLine;
using GanSweep.Client.Errors;
using GanSweep.Client.Sweeps;
using GanSweep.Documents;
using GanSweep.Services.Submissions;
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
        ValidationDocument document = Services.Submissions.Validation.Of(
            file.Plan, await ProbeAsync(parsed.GetRequiredValue(_data), file.Plan, cancellationToken));
        await Environment.WriteAsync(
            parsed.GetValue(_json), () => document, console => ValidationView.Write(console, document), cancellationToken);
        return ExitCode.Done;
    }

    private async Task<StoredDocument?> ProbeAsync(string folder, SweepPlan plan, CancellationToken cancellationToken)
    {
        try
        {
            return await StoreProbe.ProbeAsync(folder, plan, cancellationToken);
        }
        catch (StoreInUseException exception)
        {
            Environment.Error.WriteLine($"What is already stored was not looked at: {exception.Message}");
            return null;
        }
    }
}
