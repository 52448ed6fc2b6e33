using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GanSweep.Kernels.Products;

/// <summary>Four lanes: the plain path, a register of Arm's NEON and of any x64 processor; without any, the runtime computes them one by one.</summary>
public readonly unsafe struct Lanes128 : ILanes<Lanes128>
{
    private readonly Vector128<float> _value;

    private Lanes128(Vector128<float> value)
    {
        _value = value;
    }

    /// <inheritdoc/>
    public static int Count => Vector128<float>.Count;

    /// <inheritdoc/>
    public static Lanes128 Zero => new(Vector128<float>.Zero);

    /// <inheritdoc/>
    public static Lanes128 operator +(Lanes128 left, Lanes128 right)
    {
        return new Lanes128(left._value + right._value);
    }

    /// <inheritdoc/>
    public static Lanes128 operator -(Lanes128 left, Lanes128 right)
    {
        return new Lanes128(left._value - right._value);
    }

    /// <inheritdoc/>
    public static Lanes128 operator *(Lanes128 left, Lanes128 right)
    {
        return new Lanes128(left._value * right._value);
    }

    /// <inheritdoc/>
    public static Lanes128 operator /(Lanes128 left, Lanes128 right)
    {
        return new Lanes128(left._value / right._value);
    }

    /// <inheritdoc/>
    public static Lanes128 Broadcast(float value)
    {
        return new Lanes128(Vector128.Create(value));
    }

    /// <inheritdoc/>
    public static Lanes128 MultiplyAdd(Lanes128 left, Lanes128 right, Lanes128 addend)
    {
        return new Lanes128(Vector128.FusedMultiplyAdd(left._value, right._value, addend._value));
    }

    /// <inheritdoc/>
    public static Lanes128 Sqrt(Lanes128 value)
    {
        return new Lanes128(Vector128.Sqrt(value._value));
    }

    /// <inheritdoc/>
    public static Lanes128 WherePositive(Lanes128 number, Lanes128 positive, Lanes128 other)
    {
        return new Lanes128(Vector128.ConditionalSelect(Vector128.GreaterThan(number._value, Vector128<float>.Zero), positive._value, other._value));
    }

    /// <inheritdoc/>
    public static Lanes128 Load(float* source)
    {
        return new Lanes128(Vector128.Load(source));
    }

    /// <inheritdoc/>
    public static Lanes128 LoadFirst(float* source, int count)
    {
        if (count >= Count)
        {
            return Load(source);
        }

        float* lanes = stackalloc float[Count];
        new ReadOnlySpan<float>(source, count).CopyTo(new Span<float>(lanes, Count));
        return Load(lanes);
    }

    /// <inheritdoc/>
    public static Lanes128 LoadRepeated(float* source)
    {
        return Load(source);
    }

    /// <inheritdoc/>
    public static Lanes128 LoadRows(float* source, nint stride)
    {
        return Load(source);
    }

    /// <inheritdoc/>
    public static Lanes128 Spread(Lanes128 value, [ConstantExpected(Max = 3)] byte place)
    {
        return new Lanes128(Vector128.Shuffle(value._value, Vector128.Create((int)place)));
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
        else if (count == 1)
        {
            *destination = _value.ToScalar();
        }
        else
        {
            StorePart(_value, destination, count);
        }
    }

    // By value: a register whose address is asked for leaves the registers everywhere.
    private static void StorePart(Vector128<float> value, float* destination, int count)
    {
        float* lanes = stackalloc float[Count];
        value.Store(lanes);
        new ReadOnlySpan<float>(lanes, count).CopyTo(new Span<float>(destination, count));
    }
}
