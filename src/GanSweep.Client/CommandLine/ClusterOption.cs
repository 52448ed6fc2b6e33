using System.CommandLine;
using GanSweep.Client.Sessions;

namespace GanSweep.Client.CommandLine;

/// <summary>An option that says where a cluster is, and the environment variable that stands in for it.</summary>
internal sealed class ClusterOption : Option<ClusterAddress?>
{
    private readonly Func<string, ClusterAddress?> _parse;
    private readonly string _expected;

    private ClusterOption(string name, string variable, string what, string form, Func<string, ClusterAddress?> parse, string expected)
        : base(name)
    {
        Variable = variable;
        _parse = parse;
        _expected = expected;
        Description = $"{what} [default: ${variable}]";
        HelpName = form;
        CustomParser = argument => Parse("", argument.Tokens[0].Value, argument.AddError);
    }

    /// <summary>The environment variable.</summary>
    public string Variable { get; }

    /// <summary><c>--cluster HOST:PORT</c>.</summary>
    public static ClusterOption Gateway()
    {
        return new ClusterOption(
            "--cluster",
            "GANSWEEP_CLUSTER",
            "Gateway of a running cluster.",
            "HOST:PORT",
            GatewayAddress.Parse,
            "the address of a silo's gateway; HOST:PORT is expected, such as localhost:30000.");
    }

    /// <summary><c>--redis HOST:PORT</c>.</summary>
    public static ClusterOption Redis()
    {
        return new ClusterOption(
            "--redis",
            "GANSWEEP_REDIS",
            "Redis in which the silos of a running cluster find each other.",
            "HOST:PORT",
            RedisClusterAddress.Parse,
            "the address of a cluster's Redis; HOST:PORT is expected, such as localhost:6379.");
    }

    /// <summary><c>--server URL</c>.</summary>
    public static ClusterOption Server()
    {
        return new ClusterOption(
            "--server",
            "GANSWEEP_SERVER",
            "Coordinator of a running cluster, by its address of HTTP.",
            "URL",
            ServerAddress.Parse,
            "the address of a coordinator; a URL is expected, such as http://localhost:8080.");
    }

    /// <summary>What the variable says; null if it is not set, or is empty.</summary>
    /// <param name="environment">Where the variable is.</param>
    /// <param name="complain">Called if its value cannot be used.</param>
    public ClusterAddress? FromVariable(ClientEnvironment environment, Action<string> complain)
    {
        return environment.Variable(Variable) is { Length: > 0 } text ? Parse($"The environment variable {Variable}: ", text, complain) : null;
    }

    private ClusterAddress? Parse(string where, string text, Action<string> complain)
    {
        ClusterAddress? address = _parse(text);
        if (address is null)
        {
            complain($"{where}'{text}' is not {_expected}");
        }

        return address;
    }
}
