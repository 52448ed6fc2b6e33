using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace GanSweep.Kernels.Products;

/// <summary>Eight lanes: a register of AVX2; elsewhere the runtime computes them by halves.</summary>
public readonly unsafe struct Lanes256 : ILanes<Lanes256>
{
    private readonly Vector256<float> _value;

    private Lanes256(Vector256<float> value)
    {
        _value = value;
    }

    /// <inheritdoc/>
    public static int Count => Vector256<float>.Count;

    /// <inheritdoc/>
    public static Lanes256 Zero => new(Vector256<float>.Zero);

    /// <inheritdoc/>
    public static Lanes256 operator +(Lanes256 left, Lanes256 right)
    {
        return new Lanes256(left._value + right._value);
    }

    /// <inheritdoc/>
    public static Lanes256 operator -(Lanes256 left, Lanes256 right)
    {
        return new Lanes256(left._value - right._value);
    }

    /// <inheritdoc/>
    public static Lanes256 operator *(Lanes256 left, Lanes256 right)
    {
        return new Lanes256(left._value * right._value);
    }

    /// <inheritdoc/>
    public static Lanes256 operator /(Lanes256 left, Lanes256 right)
    {
        return new Lanes256(left._value / right._value);
    }

    /// <inheritdoc/>
    public static Lanes256 Broadcast(float value)
    {
        return new Lanes256(Vector256.Create(value));
    }

    /// <inheritdoc/>
    public static Lanes256 MultiplyAdd(Lanes256 left, Lanes256 right, Lanes256 addend)
    {
        return new Lanes256(Vector256.FusedMultiplyAdd(left._value, right._value, addend._value));
    }

    /// <inheritdoc/>
    public static Lanes256 Sqrt(Lanes256 value)
    {
        return new Lanes256(Vector256.Sqrt(value._value));
    }

    /// <inheritdoc/>
    public static Lanes256 WherePositive(Lanes256 number, Lanes256 positive, Lanes256 other)
    {
        return new Lanes256(Vector256.ConditionalSelect(Vector256.GreaterThan(number._value, Vector256<float>.Zero), positive._value, other._value));
    }

    /// <inheritdoc/>
    public static Lanes256 Load(float* source)
    {
        return new Lanes256(Vector256.Load(source));
    }

    /// <inheritdoc/>
    public static Lanes256 LoadFirst(float* source, int count)
    {
        if (count >= Count)
        {
            return Load(source);
        }

        if (Avx.IsSupported)
        {
            return new Lanes256(Avx.MaskLoad(source, First(count)));
        }

        float* lanes = stackalloc float[Count];
        new ReadOnlySpan<float>(source, count).CopyTo(new Span<float>(lanes, Count));
        return Load(lanes);
    }

    /// <inheritdoc/>
    public static Lanes256 LoadRepeated(float* source)
    {
        return LoadRows(source, 0);
    }

    /// <inheritdoc/>
    public static Lanes256 LoadRows(float* source, nint stride)
    {
        return new Lanes256(Vector256.Create(Vector128.Load(source), Vector128.Load(source + stride)));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256 Spread(Lanes256 value, [ConstantExpected(Max = 3)] byte place)
    {
        return new Lanes256(Vector256.Shuffle(value._value, (Vector256<int>.Indices & Vector256.Create(~3)) + Vector256.Create((int)place)));
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
        else if (Avx.IsSupported)
        {
            Avx.MaskStore(destination, First(count), _value);
        }
        else
        {
            StorePart(_value, destination, count);
        }
    }

    // By value: a register whose address is asked for leaves the registers everywhere.
    private static void StorePart(Vector256<float> value, float* destination, int count)
    {
        float* lanes = stackalloc float[Count];
        value.Store(lanes);
        new ReadOnlySpan<float>(lanes, count).CopyTo(new Span<float>(destination, count));
    }

    private static Vector256<float> First(int count)
    {
        return Vector256.LessThan(Vector256<int>.Indices, Vector256.Create(count)).AsSingle();
    }
}
