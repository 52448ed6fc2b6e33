using System.Text;
using GanSweep.Client.Errors;
using GanSweep.Client.Tests.Fakes;
using GanSweep.Contracts.Sweeps;
using GanSweep.Silo.Settings;
using GanSweep.Tables;
using GanSweep.Tables.Formats;

namespace GanSweep.Client.Tests.Verbs;

public sealed class ReportTests : IDisposable
{
    private readonly ConsoleRun _console = new();
    private readonly TemporaryFolder _folder = new();

    public ReportTests()
    {
        byte[] content = Encoding.UTF8.GetBytes("a,b\n1.5,20\n2,50\n3,10.5\n4,30\n");
        Table table = TableReader.Parse(content, "table");
        string hash = DatasetHash.Of(TableReader.Parse(content, "table"));
        _console.Grains.Dataset(hash).Content = content;
        _console.Grains.Add(new FakeSweep(Boards.Evident)
        {
            Generator = new GeneratorFile(7, Generators.Of(table)),
            Provenance = Boards.Provenance(Boards.SweepId, hash),
        });
    }

    public void Dispose()
    {
        _console.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Report_BestRun_IsOneFileWithItsRows()
    {
        string file = _folder.File("r.html");

        Assert.Equal(ExitCode.Done, await _console.RunAsync("report", "eu", "--out", file, "--cluster", "localhost:30000"));

        string html = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        Assert.StartsWith("<!doctype html>", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("<svg", html, StringComparison.Ordinal);
        Assert.Contains("trainer@machine/1", html, StringComparison.Ordinal);
        Assert.Contains($"GanSweep {ProductVersion.Current}", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<eu>", html, StringComparison.Ordinal);
        Assert.Contains($"Written: {file}, the report of run 7", _console.Error);
    }

    [Fact]
    public async Task Report_RunWhoseGeneratorIsNotKept_SaysSoAndReportsTheRest()
    {
        string file = _folder.File("r.html");

        Assert.Equal(ExitCode.Done, await _console.RunAsync("report", "eu", "--run", "2", "--out", file, "--cluster", "localhost:30000"));

        Assert.Contains("not kept", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
