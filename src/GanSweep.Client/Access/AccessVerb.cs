using System.CommandLine;
using GanSweep.Client.CommandLine;
using GanSweep.Client.Errors;
using GanSweep.Client.Sessions;

namespace GanSweep.Client.Access;

/// <summary>A verb about who may come in by HTTP: to a running coordinator, or to the one that will have a data folder.</summary>
internal abstract class AccessVerb : Verb
{
    private readonly SessionOptions _session;
    private readonly JsonOption _json = new();

    private protected AccessVerb(ClientEnvironment environment, string name, string description)
        : base(environment, name, description)
    {
        _session = new SessionOptions(environment);
    }

    /// <summary>Adds the options: the verb's own, then those that say where the coordinator is.</summary>
    protected void AddOptions(params IEnumerable<Option> own)
    {
        foreach (Option option in own)
        {
            Options.Add(option);
        }

        _session.AddTo(this);
        Options.Add(_json);
    }

    /// <summary>Whether JSON is wanted.</summary>
    protected bool WantsJson(ParseResult parsed)
    {
        return parsed.GetValue(_json);
    }

    /// <summary>Opens the desk and runs the verb.</summary>
    protected sealed override async Task<ExitCode> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        SessionRequest request = _session.Read(parsed);
        await using IAccessDesk desk = await Environment.Sessions.OpenAccessAsync(request, cancellationToken);
        await RunAsync(parsed, request, desk, cancellationToken);
        return ExitCode.Done;
    }

    /// <summary>Runs the verb.</summary>
    protected abstract Task RunAsync(ParseResult parsed, SessionRequest request, IAccessDesk desk, CancellationToken cancellationToken);
}
