using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using GanSweep.Tables.Formats;
using GanSweep.Tables.Schema;

namespace GanSweep.Tables.Tests.Formats;

public sealed class CanonicalTableTests
{
    [Fact]
    public void Part_AnyPart_IsThatOfTheWhole()
    {
        Table table = new(["a", "größe", "c"], [[1, 2, 3], [0, 5e-324, 1e300], [7, 8, 9]]);
        byte[] whole = CanonicalTable.Write(table);

        Gen.Select(Gen.Int[0, whole.Length + 9], Gen.Int[0, whole.Length + 9]).Sample((offset, length) =>
            Assert.Equal(whole.Skip(offset).Take(length), CanonicalTable.Part(table, offset, length)));

        Assert.Equal(whole, CanonicalTable.Part(table, 0, whole.Length));
        Assert.Empty(CanonicalTable.Part(table, whole.Length, 100));
    }

    [Fact]
    public void Read_FormAsItWasWritten_IsThatForm()
    {
        Assert.Equal(Spelled.Form, CanonicalTable.Read(CanonicalTable.Write(Spelled), "t").Form);
    }

    [Theory]
    [InlineData("Encoding", "\"klingon\"", "There is no encoding \"klingon\".")]
    [InlineData("Encoding", "null", "There is no encoding null.")]
    [InlineData("Delimiter", "\"a\"", "\"a\" cannot stand between cells")]
    [InlineData("DecimalMark", "\"'\"", "no decimal mark")]
    [InlineData("Columns", "null", "is not whole")]
    [InlineData("Columns", "[null]", "A column of the form is null.")]
    [InlineData("Columns", "[{}]", "Column name null is blank or given twice")]
    [InlineData("Columns", "[{ \"Name\": \"day\" }]", "does not have every column of the table")]
    [InlineData("Columns", "[{ \"Name\": \"day\" }, { \"Name\": \"elsewhere\" }]", "Column \"elsewhere\" of the form is not either")]
    [InlineData("Columns", "[{ \"Name\": \"day\", \"DateFormat\": \"%\" }, { \"Name\": \"x\" }]", "\"%\", the format of column \"day\"")]
    [InlineData("Columns", "[{ \"Name\": \"day\" }, { \"Name\": \"x\", \"Decimals\": -1 }]", "has -1 decimals")]
    [InlineData("Columns", "[{ \"Name\": \"day\" }, { \"Name\": \"x\", \"Prefix\": \"=\" }]", "cannot stand around the numbers of column \"x\"")]
    [InlineData("Columns", "[{ \"Name\": \"day\" }, { \"Name\": \"x\", \"Thousands\": \"7\" }]", "groups no numbers")]
    [InlineData("Columns", "[{ \"Name\": \"day\" }, { \"Name\": \"x\" }, { \"Name\": \"id\", \"Key\": { \"Pattern\": \"\\u0000\", \"First\": 1 } }]", "1 to 64")]
    [InlineData("Columns", "[{ \"Name\": \"day\" }, { \"Name\": \"x\", \"Key\": { \"Pattern\": null, \"First\": 1 } }]", "Column \"x\" of the form is not either")]
    public void Read_FormThatNoFileHas_IsRefusedWithItsReason(string member, string json, string reason)
    {
        JsonNode form = JsonSerializer.SerializeToNode(Spelled.Form)!;
        form[member] = JsonNode.Parse(json);

        TableException exception = Assert.Throws<TableException>(() => CanonicalTable.Read(WithForm(form.ToJsonString()), "t"));

        Assert.StartsWith("t begins as a table that GanSweep wrote", exception.Message, StringComparison.Ordinal);
        Assert.Contains(reason, exception.Message, StringComparison.Ordinal);
        Assert.Equal("t", exception.SourceName);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("{ \"Encoding\": \"\\ud800\" }")]
    [InlineData("{ \"Delimiter\": \"\\ud800\" }")]
    public void Read_NoForm_IsRefused(string json)
    {
        Assert.Throws<TableException>(() => CanonicalTable.Read(WithForm(json), "t"));
    }

    [Fact]
    public void Read_KeysOfAMillionPlaces_AreRefused()
    {
        Table table = new(Spelled.Schema, [[1, 2], [3, 4]], Spelled.Form with { Columns = [.. Spelled.Form.Columns, new("id") { Key = new KeyForm(new string('#', 1_000_000), 1) }] });

        Assert.Contains("1 to 64", Assert.Throws<TableException>(() => CanonicalTable.Read(CanonicalTable.Write(table), "t")).Message, StringComparison.Ordinal);
    }

    private static Table Spelled { get; } = new(
        [new("day", ColumnKind.Date), new("x")],
        [[1, 2], [3, 4]],
        new TableForm { Delimiter = ';', Encoding = "windows-1252", Columns = [new("day") { DateFormat = "d.M.yyyy" }, new("x") { Decimals = 1 }] });

    // The table's bytes with another JSON at their end.
    private static byte[] WithForm(string json)
    {
        byte[] form = Encoding.UTF8.GetBytes(json);
        byte[] length = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(length, form.Length);
        return [.. CanonicalTable.Write(Spelled).AsSpan()[..^(sizeof(long) + JsonSerializer.SerializeToUtf8Bytes(Spelled.Form).Length)], .. length, .. form];
    }
}
