using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace GanSweep.Kernels.Products;

/// <summary>Sixteen lanes: a register of AVX-512; elsewhere the runtime computes them by halves.</summary>
public readonly unsafe struct Lanes512 : ILanes<Lanes512>
{
    private readonly Vector512<float> _value;

    private Lanes512(Vector512<float> value)
    {
        _value = value;
    }

    /// <inheritdoc/>
    public static int Count => Vector512<float>.Count;

    /// <inheritdoc/>
    public static Lanes512 Zero => new(Vector512<float>.Zero);

    /// <inheritdoc/>
    public static Lanes512 operator +(Lanes512 left, Lanes512 right)
    {
        return new Lanes512(left._value + right._value);
    }

    /// <inheritdoc/>
    public static Lanes512 operator -(Lanes512 left, Lanes512 right)
    {
        return new Lanes512(left._value - right._value);
    }

    /// <inheritdoc/>
    public static Lanes512 operator *(Lanes512 left, Lanes512 right)
    {
        return new Lanes512(left._value * right._value);
    }

    /// <inheritdoc/>
    public static Lanes512 operator /(Lanes512 left, Lanes512 right)
    {
        return new Lanes512(left._value / right._value);
    }

    /// <inheritdoc/>
    public static Lanes512 Broadcast(float value)
    {
        return new Lanes512(Vector512.Create(value));
    }

    /// <inheritdoc/>
    public static Lanes512 MultiplyAdd(Lanes512 left, Lanes512 right, Lanes512 addend)
    {
        return new Lanes512(Vector512.FusedMultiplyAdd(left._value, right._value, addend._value));
    }

    /// <inheritdoc/>
    public static Lanes512 Sqrt(Lanes512 value)
    {
        return new Lanes512(Vector512.Sqrt(value._value));
    }

    /// <inheritdoc/>
    public static Lanes512 WherePositive(Lanes512 number, Lanes512 positive, Lanes512 other)
    {
        return new Lanes512(Vector512.ConditionalSelect(Vector512.GreaterThan(number._value, Vector512<float>.Zero), positive._value, other._value));
    }

    /// <inheritdoc/>
    public static Lanes512 Load(float* source)
    {
        return new Lanes512(Vector512.Load(source));
    }

    /// <inheritdoc/>
    public static Lanes512 LoadFirst(float* source, int count)
    {
        if (count >= Count)
        {
            return Load(source);
        }

        if (Avx512F.IsSupported)
        {
            return new Lanes512(Avx512F.MaskLoad(source, First(count), Vector512<float>.Zero));
        }

        float* lanes = stackalloc float[Count];
        new ReadOnlySpan<float>(source, count).CopyTo(new Span<float>(lanes, Count));
        return Load(lanes);
    }

    /// <inheritdoc/>
    public static Lanes512 LoadRepeated(float* source)
    {
        return new Lanes512(Avx512F.IsSupported ? Avx512F.BroadcastVector128ToVector512(source) : Rows(source, 0));
    }

    /// <inheritdoc/>
    public static Lanes512 LoadRows(float* source, nint stride)
    {
        return new Lanes512(Rows(source, stride));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512 Spread(Lanes512 value, [ConstantExpected(Max = 3)] byte place)
    {
        return new Lanes512(Vector512.Shuffle(value._value, (Vector512<int>.Indices & Vector512.Create(~3)) + Vector512.Create((int)place)));
    }

    /// <inheritdoc/>
    public void Store(float* destination)
    {
        _value.Store(destination);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void StoreFirst(float* destination, int count)
    {
        if (count >= Count)
        {
            Store(destination);
        }
        else if (Avx512F.IsSupported)
        {
            Avx512F.MaskStore(destination, First(count), _value);
        }
        else
        {
            StorePart(_value, destination, count);
        }
    }

    // By value: a register whose address is asked for leaves the registers everywhere.
    private static void StorePart(Vector512<float> value, float* destination, int count)
    {
        float* lanes = stackalloc float[Count];
        value.Store(lanes);
        new ReadOnlySpan<float>(lanes, count).CopyTo(new Span<float>(destination, count));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Rows(float* source, nint stride)
    {
        return Vector512.Create(
            Vector256.Create(Vector128.Load(source), Vector128.Load(source + stride)),
            Vector256.Create(Vector128.Load(source + (2 * stride)), Vector128.Load(source + (3 * stride))));
    }

    private static Vector512<float> First(int count)
    {
        return Vector512.LessThan(Vector512<int>.Indices, Vector512.Create(count)).AsSingle();
    }
}
