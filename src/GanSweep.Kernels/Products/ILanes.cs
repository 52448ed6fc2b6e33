using System.Diagnostics.CodeAnalysis;

namespace GanSweep.Kernels.Products;

/// <summary>
/// Single-precision numbers that a processor computes with side by side: what the kernels are written in. A kernel is one source for every
/// width, and gives the same bits at each, since no number is ever added to another lane's.
/// </summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
public unsafe interface ILanes<TSelf>
    where TSelf : struct, ILanes<TSelf>
{
    /// <summary>Numbers side by side.</summary>
    static abstract int Count { get; }

    /// <summary>Zeros.</summary>
    static abstract TSelf Zero { get; }

    /// <summary>The sum, lane by lane.</summary>
    static abstract TSelf operator +(TSelf left, TSelf right);

    /// <summary>The difference, lane by lane.</summary>
    static abstract TSelf operator -(TSelf left, TSelf right);

    /// <summary>The product, lane by lane.</summary>
    static abstract TSelf operator *(TSelf left, TSelf right);

    /// <summary>The quotient, lane by lane.</summary>
    static abstract TSelf operator /(TSelf left, TSelf right);

    /// <summary>One number in every lane.</summary>
    static abstract TSelf Broadcast(float value);

    /// <summary>left · right + addend, rounded once.</summary>
    static abstract TSelf MultiplyAdd(TSelf left, TSelf right, TSelf addend);

    /// <summary>The square roots.</summary>
    static abstract TSelf Sqrt(TSelf value);

    /// <summary>Where a number is above 0 the one, elsewhere the other.</summary>
    static abstract TSelf WherePositive(TSelf number, TSelf positive, TSelf other);

    /// <summary>Reads <see cref="Count"/> numbers.</summary>
    static abstract TSelf Load(float* source);

    /// <summary>Reads the first <paramref name="count"/> numbers, 1 or more, and no memory behind them; the other lanes are 0.</summary>
    static abstract TSelf LoadFirst(float* source, int count);

    /// <summary>Reads four numbers, which are repeated in all lanes.</summary>
    static abstract TSelf LoadRepeated(float* source);

    /// <summary>Reads four numbers of a row, of the row after it, and so on.</summary>
    /// <param name="source">The first row's.</param>
    /// <param name="stride">Numbers from a row to the next.</param>
    static abstract TSelf LoadRows(float* source, nint stride);

    /// <summary>Of each four numbers one, in all four places.</summary>
    /// <param name="value">The numbers.</param>
    /// <param name="place">Which one: a constant from 0 to 3.</param>
    static abstract TSelf Spread(TSelf value, [ConstantExpected(Max = 3)] byte place);

    /// <summary>Writes <see cref="Count"/> numbers.</summary>
    void Store(float* destination);

    /// <summary>Writes the first <paramref name="count"/> numbers, 1 or more, and no memory behind them.</summary>
    void StoreFirst(float* destination, int count);
}
