using GanSweep.Tables.Text;

namespace GanSweep.Tables.Transforms;

/// <summary>The room for what networks see of all rows: one array of single precision, <c>[rows, features]</c>.</summary>
internal static class FeatureRoom
{
    // The table itself, and an engine's own copy of its rows, take as much again.
    private const int MemoryForEachByte = 2;

    /// <summary>The most numbers that there is room for on this machine.</summary>
    public static long Most => Math.Min(Array.MaxLength, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (MemoryForEachByte * sizeof(float)));

    /// <summary>Demands room for rows.</summary>
    /// <param name="rows">How many.</param>
    /// <param name="features">Numbers of a row.</param>
    /// <param name="most">The most numbers that there is room for.</param>
    /// <param name="widest">The column that has the most numbers of a row, and how many.</param>
    /// <exception cref="TransformException">There is none.</exception>
    public static void Demand(int rows, int features, long most, (string Column, int Features) widest)
    {
        long numbers = (long)rows * features;
        if (numbers > most)
        {
            string why = most < Array.MaxLength ? "for this machine's memory" : "of one table";
            throw new TransformException(
                $"{Amount.Of(rows, "row")} of {Amount.Of(features, "number")} each, {widest.Features:N0} of them column {Nearest.Quoted(widest.Column)}, are {numbers:N0} for the networks; "
                + $"{most:N0} are the most {why}. Take a sample of the rows, or leave out columns of many words.",
                widest.Column);
        }
    }
}
