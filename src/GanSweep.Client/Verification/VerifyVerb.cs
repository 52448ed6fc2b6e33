using System.CommandLine;
using GanSweep.Client.CommandLine;
using GanSweep.Client.Errors;
using GanSweep.Documents;
using GanSweep.Silo;
using GanSweep.Sweeps.Stores;

namespace GanSweep.Client.Verification;

/// <summary><c>verify</c>: reads a data folder to its last byte, and saves what is whole.</summary>
internal sealed class VerifyVerb : Verb
{
    private readonly DataOption _data = new();
    private readonly Option<string?> _repairTo = new("--repair-to")
    {
        Description = "A new folder for all that is whole. What is lost is trained again, to the same bits, when the sweeps go on there.",
        HelpName = "DIR",
    };

    private readonly JsonOption _json = new();

    public VerifyVerb(ClientEnvironment environment)
        : base(environment, "verify", "Check every byte of a data folder, say what is lost if it is damaged, and save the rest. Exit code 1 if it is and nothing was saved.")
    {
        _repairTo.NotBlank();
        Options.Add(_data);
        Options.Add(_repairTo);
        Options.Add(_json);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        string folder = parsed.GetRequiredValue(_data);
        string? repairTo = parsed.GetValue(_repairTo);
        StoreVerdict verdict = await Stores.Kinds.VerifyAsync(folder, repairTo, cancellationToken);
        await Environment.WriteAsync(
            parsed.GetValue(_json),
            () => VerdictDocument.Of(verdict, repairTo),
            console => VerdictView.Write(console, folder, verdict, repairTo),
            cancellationToken);
        return verdict.IsWhole || repairTo is not null ? ExitCode.Done : ExitCode.Failed;
    }
}
