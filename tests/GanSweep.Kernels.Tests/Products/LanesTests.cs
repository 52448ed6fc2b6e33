using GanSweep.Kernels.Products;

namespace GanSweep.Kernels.Tests.Products;

public unsafe class LanesTests
{
    private const float Untouched = -1;

    private static readonly float[] Numbers = [.. Enumerable.Range(1, 16)];

    [Fact]
    public void LoadFirst_AndStoreFirst_OfEveryCount_TouchThatManyNumbers()
    {
        AssertFirst<Lanes512>();
        AssertFirst<Lanes256>();
        AssertFirst<Lanes128>();
    }

    [Fact]
    public void LoadRows_LoadRepeated_AndSpread_OfEveryWidth_GoByFours()
    {
        AssertFours<Lanes512>();
        AssertFours<Lanes256>();
        AssertFours<Lanes128>();
    }

    [Fact]
    public void Arithmetic_OfEveryWidth_IsThatOfOneNumber()
    {
        AssertArithmetic<Lanes512>();
        AssertArithmetic<Lanes256>();
        AssertArithmetic<Lanes128>();
    }

    private static void AssertFirst<TLanes>()
        where TLanes : struct, ILanes<TLanes>
    {
        fixed (float* source = Numbers)
        {
            float* loaded = stackalloc float[TLanes.Count];
            float* stored = stackalloc float[TLanes.Count];
            for (int count = 1; count <= TLanes.Count; count++)
            {
                TLanes.LoadFirst(source, count).Store(loaded);
                new Span<float>(stored, TLanes.Count).Fill(Untouched);
                TLanes.Load(source).StoreFirst(stored, count);
                for (int i = 0; i < TLanes.Count; i++)
                {
                    Assert.Equal(i < count ? Numbers[i] : 0, loaded[i]);
                    Assert.Equal(i < count ? Numbers[i] : Untouched, stored[i]);
                }
            }
        }
    }

    private static void AssertFours<TLanes>()
        where TLanes : struct, ILanes<TLanes>
    {
        const int Stride = 5;
        float[] rows = [.. Enumerable.Range(0, 4 * Stride)];
        float* loaded = stackalloc float[TLanes.Count];
        fixed (float* source = rows)
        {
            AssertEach(TLanes.LoadRows(source, Stride), (row, place) => rows[(row * Stride) + place]);
            AssertEach(TLanes.LoadRepeated(source + 3), (_, place) => rows[3 + place]);
            AssertEach(TLanes.Spread(TLanes.LoadRows(source, Stride), 0), (row, _) => rows[row * Stride]);
            AssertEach(TLanes.Spread(TLanes.LoadRows(source, Stride), 1), (row, _) => rows[(row * Stride) + 1]);
            AssertEach(TLanes.Spread(TLanes.LoadRows(source, Stride), 2), (row, _) => rows[(row * Stride) + 2]);
            AssertEach(TLanes.Spread(TLanes.LoadRows(source, Stride), 3), (row, _) => rows[(row * Stride) + 3]);
        }

        void AssertEach(TLanes lanes, Func<int, int, float> expected)
        {
            lanes.Store(loaded);
            for (int i = 0; i < TLanes.Count; i++)
            {
                Assert.Equal(expected(i / 4, i % 4), loaded[i]);
            }
        }
    }

    private static void AssertArithmetic<TLanes>()
        where TLanes : struct, ILanes<TLanes>
    {
        float[] others = [.. Numbers.Select(number => (number - 7.3f) / 3)];
        AssertEach((x, y) => x + y, (x, y) => x + y);
        AssertEach((x, y) => x - y, (x, y) => x - y);
        AssertEach((x, y) => x * y, (x, y) => x * y);
        AssertEach((x, y) => x / y, (x, y) => x / y);
        AssertEach((x, y) => TLanes.MultiplyAdd(x, y, y), (x, y) => MathF.FusedMultiplyAdd(x, y, y));
        AssertEach((x, _) => TLanes.Sqrt(x), (x, _) => MathF.Sqrt(x));
        AssertEach((x, y) => TLanes.WherePositive(y, x, y), (x, y) => y > 0 ? x : y);
        AssertEach((x, y) => x * TLanes.Broadcast(3), (x, _) => x * 3);
        AssertEach((x, y) => x + TLanes.Zero, (x, _) => x);

        void AssertEach(Func<TLanes, TLanes, TLanes> lanes, Func<float, float, float> one)
        {
            float* result = stackalloc float[TLanes.Count];
            fixed (float* first = Numbers, second = others)
            {
                lanes(TLanes.Load(first), TLanes.Load(second)).Store(result);
            }

            for (int i = 0; i < TLanes.Count; i++)
            {
                Assert.Equal(one(Numbers[i], others[i]), result[i]);
            }
        }
    }
}
