using System.CommandLine;
using GanSweep.Client.Sessions;

namespace GanSweep.Client.CommandLine;

/// <summary>The options that say where the sweeps are: in a cluster, or in a data folder of this machine.</summary>
internal sealed class SessionOptions
{
    private readonly Option<ClusterAddress?> _cluster = new("--cluster")
    {
        Description = "Gateway of a running cluster. Without it, the sweeps of --data are worked on in this process.",
        HelpName = "HOST:PORT",
        CustomParser = ClusterAddress.Parse,
    };

    private readonly DataOption _data = new();

    /// <summary>Adds them to a verb.</summary>
    public void AddTo(Command verb)
    {
        verb.Options.Add(_cluster);
        verb.Options.Add(_data);
        verb.Validators.Add(result =>
        {
            if (result.GetResult(_cluster) is not null && result.GetResult(_data) is { Implicit: false })
            {
                result.AddError("--cluster and --data exclude each other: a cluster has its own data folder.");
            }
        });
    }

    /// <summary>What they ask for.</summary>
    public SessionRequest Read(ParseResult parsed)
    {
        return new SessionRequest
        {
            Cluster = parsed.GetValue(_cluster),
            DataFolder = parsed.GetValue(_data)!,
            Verbose = parsed.GetValue<bool>(VerboseOption.OptionName),
        };
    }
}
