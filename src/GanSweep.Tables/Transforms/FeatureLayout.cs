using System.Collections.Immutable;
using GanSweep.Tables.Text;

namespace GanSweep.Tables.Transforms;

/// <summary>
/// What a model sees of a row, and says of one: amounts, each a number near 0, and choices, each one number for each outcome. Of a real row the outcome that it
/// has is 1 and the others are 0; of a generated row the largest is the outcome.
/// </summary>
/// <param name="Count">Numbers of a row.</param>
/// <param name="Choices">The choices; what belongs to none is an amount.</param>
public sealed record FeatureLayout(int Count, params ImmutableArray<FeatureChoice> Choices)
{
    /// <summary>Numbers that a model is shown beside those of a row and does not say: what came before it. 0 where rows stand by themselves.</summary>
    public int Context { get; init; }

    /// <summary>Numbers of a row and of its context.</summary>
    public int Width => Count + Context;

    /// <summary>The numbers of some rows, which are one array.</summary>
    /// <param name="rows">How many rows.</param>
    /// <exception cref="TransformException">They are more than an array holds.</exception>
    public int LengthOf(int rows)
    {
        return Demanded(rows, Count);
    }

    /// <summary>So many numbers of each of some rows, which are one array.</summary>
    /// <inheritdoc cref="LengthOf(int)"/>
    public static int LengthOf(int rows, int width)
    {
        return Demanded(rows, width);
    }

    /// <summary>The numbers of some rows with their contexts, which are one array.</summary>
    /// <inheritdoc cref="LengthOf(int)"/>
    public int LengthWithContexts(int rows)
    {
        return Demanded(rows, Width);
    }

    private static int Demanded(int rows, int width)
    {
        long length = (long)rows * width;
        return length <= Array.MaxLength ? (int)length : throw new TransformException(
            $"{Amount.Of(rows, "row")} of {Amount.Of(width, "number")} each are {length:N0} for the networks; {Array.MaxLength:N0} are the most. Take fewer rows, or leave out columns of many words.", string.Empty);
    }
}
