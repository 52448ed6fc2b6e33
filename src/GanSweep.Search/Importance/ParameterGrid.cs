using GanSweep.Numerics.Elementary;
using GanSweep.Search.Domains;

namespace GanSweep.Search.Importance;

/// <summary>
/// The cells into which a parameter's values are counted: its choices; its steps, if there are at most fifty; of a logarithmic number with steps one for each time its range doubles; else fifty at equal distances. The first cell's
/// middle is the smallest value, the last one's the largest.
/// </summary>
internal static class ParameterGrid
{
    private const int MostCells = 50;

    /// <summary>How many cells there are, 1 or more.</summary>
    public static int CellsOf(Parameter parameter)
    {
        return parameter switch
        {
            ChoiceParameter choice => choice.Count,
            NumberParameter { Step: not null, Logarithmic: true } number => (int)Math.Min(MostCells, Math.Ceiling(Logarithm.Base2(number.ValueCount)) + 1),
            NumberParameter number => (int)Math.Min(MostCells, number.ValueCount),
            _ => throw new ArgumentException($"{parameter} has no cells.", nameof(parameter)),
        };
    }

    /// <summary>How many of some values lie in each cell; a value between two cells lies in the lower one.</summary>
    public static int[] CountsOf(Parameter parameter, IEnumerable<double> values)
    {
        int[] counts = new int[CellsOf(parameter)];
        foreach (double value in values)
        {
            counts[CellOf(parameter, value, counts.Length)]++;
        }

        return counts;
    }

    private static int CellOf(Parameter parameter, double value, int cells)
    {
        if (parameter is not NumberParameter number)
        {
            return (int)value;
        }

        double first = number.Coordinate(number.Minimum);
        double spacing = (number.Coordinate(number.Last) - first) / (cells - 1);
        return cells == 1 ? 0 : (int)Math.Clamp(Math.Ceiling(((number.Coordinate(value) - first) / spacing) - 0.5), 0, cells - 1);
    }
}
