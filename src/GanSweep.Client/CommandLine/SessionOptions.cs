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
    private readonly DataOption _data = new();

    /// <summary>Adds them to a verb.</summary>
    public void AddTo(Command verb)
    {
        verb.Options.Add(_gateway);
        verb.Options.Add(_redis);
        verb.Options.Add(_certificates);
        verb.Options.Add(_data);
        verb.Validators.Add(Validate);
    }

    /// <summary>What they ask for.</summary>
    public SessionRequest Read(ParseResult parsed)
    {
        bool saysWhere = Given(parsed.CommandResult).Length > 0;
        return new SessionRequest
        {
            Cluster = saysWhere ? parsed.GetValue(_gateway) ?? parsed.GetValue(_redis) : FromVariables(_ => { }).SingleOrDefault(),
            Certificates = _certificates.Read(parsed, environment),
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

        if (given.Length > 1)
        {
            line.AddError($"{string.Join(" and ", given)} exclude each other: each says where the sweeps are.");
        }
        else if (given.Length == 0 && FromVariables(line.AddError).Length > 1)
        {
            line.AddError($"The environment variables {_gateway.Variable} and {_redis.Variable} exclude each other: each says where the "
                + $"sweeps are. Unset one of them, or give {_gateway.Name}, {_redis.Name} or {_data.Name}.");
        }
    }

    private string[] Given(CommandResult line)
    {
        Option[] options = [_gateway, _redis, _data];
        return [.. options.Where(option => line.GetResult(option) is { Implicit: false }).Select(option => option.Name)];
    }

    private ClusterAddress[] FromVariables(Action<string> complain)
    {
        return [.. new[] { _gateway, _redis }.Select(option => option.FromVariable(environment, complain)).OfType<ClusterAddress>()];
    }
}
