using CsCheck;
using GanSweep.Tables.Transforms;

namespace GanSweep.Tables.Tests.Transforms;

public class OutcomeTilesTests
{
    // Of few different numbers, so that some are alike.
    private static readonly Gen<(float[] Said, float[] Biases, int Stride)> Any =
        from outcomes in Gen.Int[1, 20]
        from before in Gen.Int[0, 3]
        from rows in Gen.Int[1, 50]
        from said in Gen.Int[-2, 2].Select(number => number / 2f).Array[rows * (outcomes + before)]
        from biases in Gen.Int[-2, 2].Select(number => number / 2f).Array[outcomes]
        select (said, biases, outcomes + before);

    [Fact]
    public void CountLargest_OfAnyRows_IsThatOfEachRowByItself()
    {
        Any.Sample(any =>
        {
            int rows = any.Said.Length / any.Stride;
            int outcomes = any.Biases.Length;
            int[] expected = new int[outcomes];
            for (int row = 0; row < rows; row++)
            {
                float[] sums = [.. any.Biases.Select((bias, outcome) => any.Said[(row * any.Stride) + outcome] + bias)];
                expected[Array.IndexOf(sums, sums.Max())]++;
            }

            int[] counts = [.. Enumerable.Repeat(7, outcomes)];
            new OutcomeTiles(any.Said, any.Stride, rows, outcomes).CountLargest(any.Biases, counts);

            Assert.Equal(expected, counts);
        });
    }
}
