using System.CommandLine;
using System.CommandLine.Parsing;
using GanSweep.Client.Sessions;

namespace GanSweep.Client.CommandLine;

/// <summary>The options that say where the sweeps are: in a cluster, or in a data folder of this machine.</summary>
/// <param name="environment">Whose variables stand in where no option is given.</param>
internal sealed class SessionOptions(ClientEnvironment environment)
{
    private readonly ClusterOption _gateway = ClusterOption.Gateway();
    private readonly ClusterOption _redis = ClusterOption.Redis();
    private readonly CertificatesOption _certificates = new();
    private readonly ClusterOption _server = ClusterOption.Server();
    private readonly KeyFileOption _keyFile = new();
    private readonly DataOption _data = new();

    private ClusterOption[] Addresses => [_gateway, _redis, _server];

    /// <summary>Adds them to a verb.</summary>
    public void AddTo(Command verb)
    {
        verb.Options.Add(_gateway);
        verb.Options.Add(_redis);
        verb.Options.Add(_certificates);
        verb.Options.Add(_server);
        verb.Options.Add(_keyFile);
        verb.Options.Add(_data);
        verb.Validators.Add(Validate);
    }

    /// <summary>What they ask for.</summary>
    public SessionRequest Read(ParseResult parsed)
    {
        bool saysWhere = Given(parsed.CommandResult).Length > 0;
        return new SessionRequest
        {
            Cluster = saysWhere ? parsed.GetValue(_gateway) ?? parsed.GetValue(_redis) ?? parsed.GetValue(_server) : FromVariables(_ => { }).SingleOrDefault(),
            Certificates = _certificates.Read(parsed, environment),
            Key = environment.Variable(KeyFileOption.Variable) is { Length: > 0 } key ? key : null,
            KeyFile = parsed.GetValue(_keyFile),
            DataFolder = parsed.GetValue(_data)!,
            Verbose = parsed.GetValue<bool>(VerboseOption.OptionName),
        };
    }

    private void Validate(CommandResult line)
    {
        string[] given = Given(line);
        if (given.Contains(_data.Name) && line.GetResult(_certificates) is { Implicit: false })
        {
            line.AddError($"{_certificates.Name} is for a cluster, and {_data.Name} names a folder of this machine: leave one of them out.");
        }

        if (line.GetResult(_keyFile) is { Implicit: false } && !GoesToServer(line))
        {
            line.AddError($"{_keyFile.Name} goes with {_server.Name}: a key opens the door of a coordinator that is reached by HTTP.");
        }

        if (given.Length > 1)
        {
            line.AddError($"{string.Join(" and ", given)} exclude each other: each says where the sweeps are.");
        }
        else if (given.Length == 0 && FromVariables(line.AddError).Length > 1)
        {
            string[] set = [.. Addresses.Select(option => option.Variable).Where(name => environment.Variable(name) is { Length: > 0 })];
            line.AddError($"The environment variables {string.Join(" and ", set)} exclude each other: each says where the "
                + $"sweeps are. Unset {(set.Length > 2 ? "all but one" : "one")} of them, or give {_gateway.Name}, {_redis.Name}, {_server.Name} or {_data.Name}.");
        }
    }

    private bool GoesToServer(CommandResult line)
    {
        return line.GetResult(_server) is { Implicit: false } || (Given(line).Length == 0 && _server.FromVariable(environment, _ => { }) is not null);
    }

    private string[] Given(CommandResult line)
    {
        Option[] options = [.. Addresses, _data];
        return [.. options.Where(option => line.GetResult(option) is { Implicit: false }).Select(option => option.Name)];
    }

    private ClusterAddress[] FromVariables(Action<string> complain)
    {
        return [.. Addresses.Select(option => option.FromVariable(environment, complain)).OfType<ClusterAddress>()];
    }
}
