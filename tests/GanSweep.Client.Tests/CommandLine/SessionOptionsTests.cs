using GanSweep.Client.Errors;
using GanSweep.Client.Sessions;
using GanSweep.Client.Tests.Fakes;

namespace GanSweep.Client.Tests.CommandLine;

public sealed class SessionOptionsTests : IDisposable
{
    private readonly ConsoleRun _console = new();

    private SessionRequest Request => Assert.Single(_console.Sessions.Requests);

    public void Dispose()
    {
        _console.Dispose();
    }

    [Theory]
    [InlineData("GANSWEEP_CLUSTER", "coordinator:30000", "coordinator:30000")]
    [InlineData("GANSWEEP_REDIS", "redis:6379,password=secret", "Redis redis:6379")]
    public async Task Read_Variable_SaysWhereTheSweepsAre(string variable, string value, string address)
    {
        _console.Variables[variable] = value;

        Assert.Equal(ExitCode.Done, await _console.RunAsync("list"));

        Assert.Equal(address, $"{Request.Cluster}");
    }

    [Theory]
    [InlineData("--cluster", "other:1", "other:1")]
    [InlineData("--redis", "other:2", "Redis other:2")]
    [InlineData("--data", "d", "")]
    public async Task Read_Option_WinsOverVariables(string option, string value, string address)
    {
        _console.Variables["GANSWEEP_CLUSTER"] = "not an address";
        _console.Variables["GANSWEEP_REDIS"] = "redis:6379";

        await _console.RunAsync("leaderboard", option, value);

        Assert.Equal(address, $"{Request.Cluster}");
    }

    [Fact]
    public async Task Read_Certificates_AreThoseOfTheOptionOrElseOfTheVariable()
    {
        _console.Variables["GANSWEEP_CERTIFICATES"] = "from-variable";
        await _console.RunAsync("list", "--cluster", "other:1");
        Assert.Equal("from-variable", Request.Certificates);

        _console.Sessions.Requests.Clear();
        await _console.RunAsync("list", "--cluster", "other:1", "--certificates", "from-option");
        Assert.Equal("from-option", Request.Certificates);
    }

    [Fact]
    public async Task Read_CertificatesForAFolder_AreRefused()
    {
        Assert.Equal(ExitCode.WrongInput, await _console.RunAsync("list", "--data", "d", "--certificates", "c"));

        Assert.Contains("--certificates is for a cluster", _console.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_EmptyVariable_IsAsIfItWereNotSet()
    {
        _console.Variables["GANSWEEP_REDIS"] = "";

        await _console.RunAsync("leaderboard");

        Assert.Null(Request.Cluster);
    }

    [Theory]
    [InlineData("GANSWEEP_CLUSTER", "coordinator", "'coordinator' is not the address of a silo's gateway; HOST:PORT is expected")]
    [InlineData("GANSWEEP_REDIS", "redis,a=b", "'redis,a=b' is not the address of a cluster's Redis; HOST:PORT is expected")]
    public async Task Read_MalformedVariable_IsNamed(string variable, string value, string complaint)
    {
        _console.Variables[variable] = value;

        Assert.Equal(ExitCode.WrongInput, await _console.RunAsync("list"));

        Assert.StartsWith($"The environment variable {variable}: {complaint}", _console.Error);
        Assert.Empty(_console.Sessions.Requests);
    }

    [Fact]
    public async Task Read_BothVariables_AreToldApart()
    {
        _console.Variables["GANSWEEP_CLUSTER"] = "coordinator:30000";
        _console.Variables["GANSWEEP_REDIS"] = "redis:6379";

        Assert.Equal(ExitCode.WrongInput, await _console.RunAsync("list"));

        Assert.StartsWith("The environment variables GANSWEEP_CLUSTER and GANSWEEP_REDIS exclude each other", _console.Error);
    }

    [Fact]
    public async Task Read_MalformedVariable_DoesNotKeepFromHelp()
    {
        _console.Variables["GANSWEEP_CLUSTER"] = "coordinator";

        Assert.Equal(ExitCode.Done, await _console.RunAsync("list", "--help"));
    }
}
