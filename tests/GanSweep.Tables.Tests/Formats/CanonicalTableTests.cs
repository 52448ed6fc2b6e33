using CsCheck;
using GanSweep.Tables.Formats;

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
}
