using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using GanSweep.Contracts.Sweeps;
using GanSweep.Services.Samples;
using GanSweep.Silo;
using GanSweep.Tables;
using GanSweep.Tables.Formats;
using GanSweep.Tables.Options;
using GanSweep.Training.Generators;
using GanSweep.Web.Tests.Fakes;

namespace GanSweep.Web.Tests.Api;

public sealed class SeriesEndpointsTests(SequencedSilo trained) : IClassFixture<SequencedSilo>
{
    private readonly ApiSilo _silo = trained.Silo;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("", false, null)]
    [InlineData("&start=model", false, null)]
    [InlineData("&start=real", true, null)]
    [InlineData("&start=100", true, 100)]
    public async Task Rows_OfSeries_AreThoseThatSampleWrites(string start, bool isReal, int? row)
    {
        (HttpStatusCode status, string rows, _) = await _silo.SendAsync(HttpMethod.Get, $"sweeps/{trained.Id}/rows?count=30&series=4&seed=7{start}");

        GeneratorFile file = await _silo.Sweep(trained.Id).GetGeneratorAsync(null);
        TrainedGenerator generator = GeneratorFileReader.Read(file.Content, "the generator", Models.Families);
        string path = RepositoryFiles.Path("data", "eu-stock-losses.csv");
        Table real = TableReader.Parse(await File.ReadAllBytesAsync(path, Cancellation), path, ReadOptions.OfNumbers);
        using MemoryStream expected = new();
        new SampleRows(generator, 30, 7, isSafe: false) { Series = 4, Start = isReal ? new PathStart(PathHistory.Of(generator, real), row) : null }.WriteCsv(expected, Cancellation);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.StartsWith("series,", rows, StringComparison.Ordinal);
        Assert.Equal(Encoding.UTF8.GetString(expected.ToArray()), rows);
    }

    [Theory]
    [InlineData("start=real", "start is of series. Say how many with series, each of as many rows as count says.")]
    [InlineData("series=2&start=0", "start is \"0\"; it is model, real, or the number of a row of the real table, from 1.")]
    [InlineData("series=2&start=100000", "There is no row 100,000 after which paths could begin: the table has 391 rows.")]
    public async Task Rows_AfterRowsThatThereAreNot_AreRefusedInWords(string query, string said)
    {
        JsonNode problem = await _silo.GetAsync($"sweeps/{trained.Id}/rows?count=5&{query}", HttpStatusCode.BadRequest);

        Assert.Equal(said, (string)problem["detail"]!);
    }
}
