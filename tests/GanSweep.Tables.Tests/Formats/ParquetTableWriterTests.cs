using GanSweep.Tables.Formats;

namespace GanSweep.Tables.Tests.Formats;

public sealed class ParquetTableWriterTests
{
    // Groups of rows are full at 2,097,152 cells: one table is written in parts that do not meet their ends, less than a group and more than one.
    [Theory]
    [InlineData(2, 1)]
    [InlineData(3, 400_001)]
    [InlineData(500, 4_500)]
    public async Task WriteRowsAsync_InAnyParts_IsReadBackBitByBit(int columns, int rows)
    {
        string[] names = [.. Enumerable.Range(0, columns).Select(column => $"c {column}/.,")];
        Table part = new(names, [.. Enumerable.Range(0, columns).Select(column => Enumerable.Range(0, rows).Select(row => (row * 0.1) + column).ToArray())]);
        using MemoryStream stream = new();
        await using (ParquetTableWriter writer = await ParquetTableWriter.CreateAsync(stream, names, TestContext.Current.CancellationToken))
        {
            await writer.WriteRowsAsync(part);
            await writer.WriteRowsAsync(part);
        }

        stream.Position = 0;
        Table read = (await TableReader.ReadAsync(stream, "t", quotesCells: true, TestContext.Current.CancellationToken)).Table;

        Assert.Equal(names, read.ColumnNames);
        Assert.All(Enumerable.Range(0, columns), column => Assert.True(read.Column(column).SequenceEqual([.. part.Column(column), .. part.Column(column)])));
    }
}
