using GanSweep.Contracts.Datasets;
using GanSweep.Grains.Datasets;
using Microsoft.Extensions.Options;

namespace GanSweep.Grains.Tests.Datasets;

public sealed class UploadMeterTests
{
    private readonly UploadMeter _meter = new(Options.Create(new DatasetOptions { MaxUploadedByClient = 100, MaxUploaded = 150 }));

    [Fact]
    public void Add_OfTwoClients_IsBoundedForEachAndInTotal()
    {
        _meter.Add("one", 100);
        Assert.Throws<InvalidDatasetException>(() => _meter.Add("one", 1));
        _meter.Add("two", 50);

        InvalidDatasetException refused = Assert.Throws<InvalidDatasetException>(() => _meter.Add("two", 1));

        Assert.StartsWith("The coordinator has 150 bytes of unfinished tables from all its clients, and 150 are the most.", refused.Message, StringComparison.Ordinal);
        _meter.Release("one", 100);
        _meter.Add("two", 50);
        _meter.Add("one", 50);
    }

    [Fact]
    public void Dispose_AnUpload_GivesBackWhatEachClientSent()
    {
        Upload upload = new(_meter);
        upload.Append("one", new byte[70]);
        upload.Append("two", new byte[80]);
        Assert.Throws<InvalidDatasetException>(() => upload.Append("one", new byte[1]));
        Assert.Equal(150, upload.Length);

        upload.Dispose();
        upload.Dispose();

        _meter.Add("one", 100);
        _meter.Add("two", 50);
    }
}
