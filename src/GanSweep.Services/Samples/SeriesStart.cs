using System.Globalization;
using GanSweep.Services.Errors;

namespace GanSweep.Services.Samples;

/// <summary>Where series begin, as it is said: with rows of the model's own, or after rows of the real table.</summary>
/// <param name="IsReal">Whether it is after real rows.</param>
/// <param name="Row">After which row of the table, from 1, all of them begin; null to draw one for each series.</param>
public sealed record SeriesStart(bool IsReal, int? Row)
{
    /// <summary>The word for rows of the model's own.</summary>
    public const string Model = "model";

    /// <summary>The word for rows that are drawn of the real table.</summary>
    public const string Real = "real";

    /// <summary>What it can be.</summary>
    public const string Form = $"{Model}|{Real}|ROW";

    /// <summary>Reads it.</summary>
    /// <param name="said">What was said.</param>
    /// <param name="what">What it is called.</param>
    /// <exception cref="WrongInputException">It is nothing of that.</exception>
    public static SeriesStart Parse(string said, string what)
    {
        return said switch
        {
            Model => new SeriesStart(false, null),
            Real => new SeriesStart(true, null),
            _ when int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out int row) && row > 0 => new SeriesStart(true, row),
            _ => throw new WrongInputException($"{what} is \"{said}\"; it is {Model}, {Real}, or the number of a row of the real table, from 1."),
        };
    }
}
