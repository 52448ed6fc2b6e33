namespace GanSweep.Settings.Values;

/// <summary>A kind of values that are numbers, so that a range of them can be searched.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
internal interface INumberKind<T>
{
    /// <summary>Whether they are whole.</summary>
    bool IsWhole { get; }

    /// <summary>A value as a number.</summary>
    double ToNumber(T value);

    /// <summary>A number as a value; it is whole where all values are.</summary>
    T FromNumber(double number);
}
