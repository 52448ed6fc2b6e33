using CsCheck;
using GanSweep.Kernels.Products;
using GanSweep.Networks;

namespace GanSweep.Kernels.Tests.Products;

public class TranspositionTests
{
    [Fact]
    public void Copy_OfAnyShape_ExchangesRowsAndColumns()
    {
        Gen.Select(Gen.Int[1, 21], Gen.Int[1, 21]).Sample((rows, columns) =>
        {
            using HostTensor source = new(rows, columns);
            using HostTensor destination = new(columns, rows);
            for (int i = 0; i < source.Values.Length; i++)
            {
                source.Values[i] = i;
            }

            Transposition.Copy(source.Matrix, destination.Matrix);

            for (int i = 0; i < source.Values.Length; i++)
            {
                Assert.Equal(i, destination.Values[(i % columns * rows) + (i / columns)]);
            }
        });
    }
}
