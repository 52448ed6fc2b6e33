using System.Xml.Linq;
using GanSweep.Client.Errors;
using GanSweep.Client.Sessions;
using GanSweep.Client.Tests.Fakes;
using Spectre.Console.Testing;

namespace GanSweep.Client.Tests.CommandLine;

public sealed class CommandLineTests : IDisposable
{
    private readonly ConsoleRun _console = new();

    public CommandLineTests()
    {
        // Wide enough for the list of the verbs.
        _console.ErrorConsole.Width(300);
    }

    public void Dispose()
    {
        _console.Dispose();
    }

    [Theory]
    [InlineData("leadrboard x", "There is no verb 'leadrboard'; did you mean 'leaderboard'?")]
    [InlineData("frobnicate", "There is no verb 'frobnicate'. There are: validate, describe, run, submit, extend, watch, list, leaderboard, show, importance, pause, resume, cancel, retry, report, download, sample, score, attack, cluster, verify, certificates, web, keys, audit.")]
    [InlineData("", "A verb is expected: validate, describe, run,")]
    [InlineData("run --slot 3", "There is no option '--slot'; did you mean '--slots'?")]
    [InlineData("watch --jsno", "There is no option '--jsno'")]
    [InlineData("list --verbos", "There is no option '--verbos'; did you mean '--verbose'?")]
    [InlineData("show x", "Required argument 'RUN' missing")]
    [InlineData("show x seven", "RUN takes a whole number, such as 2000; 'seven' is none.")]
    [InlineData("pause", "Required argument 'SWEEP' missing")]
    [InlineData("resume", "Required argument 'SWEEP' missing")]
    [InlineData("cancel", "Required argument 'SWEEP' missing")]
    [InlineData("retry", "Required argument 'SWEEP' missing")]
    [InlineData("extend x", "Option '--configurations' is required")]
    [InlineData("extend --configurations 7", "Required argument 'SWEEP' missing")]
    [InlineData("extend x --configurations 0", "--configurations 0 is out of range")]
    [InlineData("run", "Required argument 'FILE' missing")]
    [InlineData("submit", "Required argument 'FILE' missing")]
    [InlineData("validate", "Required argument 'FILE' missing")]
    [InlineData("run x.json --slots 0", "--slots 0 is out of range; 1 to 1,024 is allowed.")]
    [InlineData("leaderboard --top 0", "--top 0 is out of range")]
    [InlineData("leaderboard --top 2.5", "--top takes a whole number, such as 2000; '2.5' is none.")]
    [InlineData("leaderboard --top 2,5", "--top takes a whole number, such as 2000; '2,5' is none.")]
    [InlineData("leaderboard --top 1e300", "--top 1e300 is out of range; 1 to 2,147,483,647 is allowed.")]
    [InlineData("leaderboard --top 3000000000", "--top 3000000000 is out of range; 1 to 2,147,483,647 is allowed.")]
    [InlineData("leaderboard --top many", "--top takes a whole number, such as 2000; 'many' is none.")]
    [InlineData("download x --run 0", "--run 0 is out of range")]
    [InlineData("sample x.zip", "Option '--rows' is required")]
    [InlineData("sample x.zip --rows 0", "--rows 0 is out of range")]
    [InlineData("sample x.zip --rows 1 --seed -1", "--seed -1 is out of range")]
    [InlineData("score x.csv", "Required argument 'SYNTHETIC' missing")]
    [InlineData("list --cluster here", "'here' is not the address of a silo's gateway; HOST:PORT is expected")]
    [InlineData("list --cluster localhost:0", "'localhost:0' is not the address")]
    [InlineData("list --cluster localhost:1 --data x", "--cluster and --data exclude each other")]
    [InlineData("cluster --cluster localhost:1 --redis x", "--cluster and --redis exclude each other")]
    [InlineData("watch --redis x --data y", "--redis and --data exclude each other")]
    [InlineData("submit x --redis a,b=c", "'a,b=c' is not the address of a cluster's Redis; HOST:PORT is expected, such as localhost:6379.")]
    public async Task RunAsync_WrongLine_SaysWhatIsWrongAndExitsWith2(string line, string complaint)
    {
        ExitCode code = await _console.RunAsync(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(ExitCode.WrongInput, code);
        Assert.Contains(complaint, _console.Error);
        Assert.Contains("--help", _console.Error);
        Assert.Equal("", _console.Output);
        Assert.Empty(_console.Sessions.Requests);
    }

    [Theory]
    [InlineData("--help", "leaderboard")]
    [InlineData("validate --help", "sweep.json")]
    [InlineData("run --help", "--slots")]
    [InlineData("submit --help", "--watch")]
    [InlineData("watch --help", "--cluster")]
    [InlineData("list --help", "--json")]
    [InlineData("leaderboard --help", "--by-config")]
    [InlineData("show --help", "RUN")]
    [InlineData("pause --help", "SWEEP")]
    [InlineData("resume --help", "paused or cancelled")]
    [InlineData("cancel --help", "SWEEP")]
    [InlineData("retry --help", "SWEEP")]
    [InlineData("download --help", "--out")]
    [InlineData("sample --help", "--rows")]
    [InlineData("score --help", "SYNTHETIC")]
    [InlineData("cluster --help", "$GANSWEEP_REDIS")]
    public async Task RunAsync_Help_IsOnStandardOutput(string line, string expected)
    {
        ExitCode code = await _console.RunAsync(line.Split(' '));

        Assert.Equal(ExitCode.Done, code);
        Assert.Contains(expected, _console.Output);
        Assert.Equal("", _console.Error);
    }

    [Fact]
    public async Task RunAsync_Version_IsThatOfTheBuildAndNothingElse()
    {
        XDocument build = XDocument.Load(RepositoryFiles.PathOf("Directory.Build.props"));

        ExitCode code = await _console.RunAsync("--version");

        Assert.Equal(ExitCode.Done, code);
        Assert.Equal(build.Descendants("Version").Single().Value, _console.Output.Trim());
        Assert.Equal("", _console.Error);
    }

    [Fact]
    public async Task RunAsync_SessionOptions_ReachTheSession()
    {
        await _console.RunAsync("list", "--cluster", "[::1]:30000", "--verbose");
        await _console.RunAsync("leaderboard", "--data", "elsewhere");

        Assert.Equal("[::1]:30000", $"{_console.Sessions.Requests[0].Cluster}");
        Assert.True(_console.Sessions.Requests[0].Verbose);
        Assert.Null(_console.Sessions.Requests[1].Cluster);
        Assert.Equal("elsewhere", _console.Sessions.Requests[1].DataFolder);
        Assert.Null(_console.Sessions.Requests[1].TrainsSweep);
    }

    [Fact]
    public async Task RunAsync_ClusterUnreachable_NamesItAndExitsWith1()
    {
        _console.Sessions.Failure = new ClusterUnreachableException(new GatewayAddress("localhost", 30001), "refused");

        ExitCode code = await _console.RunAsync("list", "--cluster", "localhost:30001");

        Assert.Equal(ExitCode.Failed, code);
        Assert.StartsWith("gansweep: No GanSweep cluster answers at localhost:30001: refused.", _console.Error);
    }
}
