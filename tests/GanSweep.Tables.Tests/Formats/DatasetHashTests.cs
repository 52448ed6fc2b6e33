using System.Security.Cryptography;
using System.Text;
using GanSweep.Tables.Formats;

namespace GanSweep.Tables.Tests.Formats;

public sealed class DatasetHashTests
{
    // SHA-256 of "gansweep-table-1\n", then in little-endian 2, 3, 1, "a", 1.5 -2 0, 1, "b", 4 5 6: by Python's hashlib and struct.
    private const string Known = "c59d167a0009486686d42a794242fc190f164fb780e4e177acfdce9433625df4";

    [Theory]
    [InlineData("a,b\n1.5,4\n-2,5\n0,6\n")]
    [InlineData("a,b\r\n1.5,4\r\n-2,5\r\n0,6\r\n\r\n")]
    [InlineData("\uFEFF\"a\",\"b\"\n15e-1,+4.0\n\"-2\", 5\n-0,6")]
    public void Of_OneTableInManySpellings_IsTheSame(string text)
    {
        Assert.Equal(Known, DatasetHash.Of(Parse(text)));
    }

    [Theory]
    [InlineData("a,c\n1.5,4\n-2,5\n0,6\n")]
    [InlineData("b,a\n4,1.5\n5,-2\n6,0\n")]
    [InlineData("a,b\n1.5,4\n0,6\n-2,5\n")]
    [InlineData("a,b\n1.5,4\n-2,5\n0,6.0000000000000009\n")]
    [InlineData("a,b\n1.5,4\n-2,5\n")]
    public void Of_AnotherTable_IsAnother(string text)
    {
        Assert.NotEqual(Known, DatasetHash.Of(Parse(text)));
    }

    [Fact]
    public void Names_ATable_IsItsHashOrThatOfItsBytes()
    {
        byte[] content = "a,b\n1.5,4\n-2,5\n0,6\n"u8.ToArray();
        Table table = TableReader.Parse(content, "t.csv");

        Assert.True(DatasetHash.Names(Known, table, content));
        Assert.True(DatasetHash.Names(Convert.ToHexStringLower(SHA256.HashData(content)), table, content));
        Assert.False(DatasetHash.Names(new string('0', 64), table, content));
    }

    [Theory]
    [InlineData("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", true)]
    [InlineData("BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD", false)]
    [InlineData("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015a", false)]
    [InlineData("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad0", false)]
    [InlineData("../816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", false)]
    [InlineData("", false)]
    public void IsHash_Text_IsOneIfItIsSixtyFourLowerCaseDigits(string text, bool expected)
    {
        Assert.Equal(expected, DatasetHash.IsHash(text));
    }

    private static Table Parse(string text)
    {
        return TableReader.Parse(Encoding.UTF8.GetBytes(text), "t.csv");
    }
}
