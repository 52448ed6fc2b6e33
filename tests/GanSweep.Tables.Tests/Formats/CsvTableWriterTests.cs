using System.Text;
using CsCheck;
using GanSweep.Tables.Formats;

namespace GanSweep.Tables.Tests.Formats;

public sealed class CsvTableWriterTests
{
    [Fact]
    public void WriteRows_TwoTables_FollowEachOtherUnderOneHeader()
    {
        using MemoryStream stream = new();
        using (CsvTableWriter writer = new(stream, ["a", "b, \"c\""]))
        {
            writer.WriteRows(new Table(["a", "b"], [[1, 0.1], [-2.5, 1e-7]]));
            writer.WriteRows(new Table(["a", "b"], [[1e300], [-0.0]]));
        }

        Assert.Equal("a,\"b, \"\"c\"\"\"\n1,-2.5\n0.1,1E-07\n1E+300,-0\n", Encoding.UTF8.GetString(stream.ToArray()));
    }

    [Fact]
    public void WriteRows_AnyTable_IsReadBackBitByBit()
    {
        Gen<string> name = Gen.Char["ab ,\"\uFEFF'ß;"].Array[1, 6].Select(letters => new string(letters)).Where(text => !string.IsNullOrWhiteSpace(text));
        Gen<double> number = Gen.OneOf(Gen.Double.Where(double.IsFinite), Gen.Int[-1074, 1023].Select(exponent => Math.Pow(2, exponent)));
        Gen.Select(name.Array[2].Where(names => names[0] != names[1]), number.Array[5], number.Array[5]).Sample((names, first, second) =>
        {
            Table read = TableReader.Parse(Write(names, new Table(names, [first, second])), "t.csv");
            return read.ColumnNames.SequenceEqual(names) && Bits(read.Column(0)).SequenceEqual(Bits(first)) && Bits(read.Column(1)).SequenceEqual(Bits(second));
        });
    }

    [Fact]
    public void WriteRows_EveryPowerOfTwo_IsReadBack()
    {
        double[] powers = [.. Enumerable.Range(-1074, 2098).Select(exponent => Math.ScaleB(1, exponent))];

        Assert.Equal(powers, TableReader.Parse(Write(["x"], new Table(["x"], [powers])), "t.csv").Column(0).ToArray());
    }

    [Fact]
    public void WriteRows_OtherNumberOfColumns_Throws()
    {
        using CsvTableWriter writer = new(Stream.Null, ["a"]);

        Assert.Throws<ArgumentException>(() => writer.WriteRows(new Table(["a", "b"], [[1], [2]])));
    }

    [Theory]
    [InlineData]
    [InlineData("a", "a")]
    [InlineData("a", " ")]
    [InlineData("a\nb")]
    public void Constructor_NamesThatCannotBeReadBack_Throws(params string[] names)
    {
        Assert.Throws<ArgumentException>(() => new CsvTableWriter(Stream.Null, names));
    }

    private static byte[] Write(string[] names, Table table)
    {
        using MemoryStream stream = new();
        using (CsvTableWriter writer = new(stream, names))
        {
            writer.WriteRows(table);
        }

        return stream.ToArray();
    }

    private static IEnumerable<long> Bits(ReadOnlySpan<double> numbers)
    {
        return [.. numbers.ToArray().Select(BitConverter.DoubleToInt64Bits)];
    }
}
