using System.Text;
using GanSweep.Tables.Formats;
using GanSweep.Tables.Options;
using GanSweep.Tables.Schema;

namespace GanSweep.Tables.Tests.Formats;

/// <summary>Reads tables for tests.</summary>
internal static class Read
{
    public static ReadTable Text(string text, ReadOptions? options = null)
    {
        return Bytes(Encoding.UTF8.GetBytes(text), options);
    }

    public static ReadTable Bytes(byte[] content, ReadOptions? options = null, bool quotesCells = true)
    {
        using MemoryStream stream = new(content);
#pragma warning disable VSTHRD002 // Of a stream in memory it has ended when it returns.
        return TableReader.ReadAsync(stream, "t.csv", quotesCells, TestContext.Current.CancellationToken, options: options).GetAwaiter().GetResult();
#pragma warning restore VSTHRD002
    }

    public static TableException Refused(string text, ReadOptions? options = null)
    {
        return Assert.Throws<TableException>(() => Text(text, options));
    }

    public static ReadOptions With(CsvOptions csv)
    {
        return new ReadOptions { Csv = csv };
    }

    public static ReadOptions With(string column, ColumnRole kind, string? format = null)
    {
        return ReadOptions.None with { Columns = ReadOptions.None.Columns.Add(column, new ColumnOption(kind, format)) };
    }

    // One column of cells beside one of numbers.
    public static string Column(params IEnumerable<string> cells)
    {
        return "x\tv\n" + string.Concat(cells.Select((cell, row) => $"{cell}\t{row * row * 0.25}\n"));
    }
}
