using GanSweep.Client.Errors;
using GanSweep.Client.Output;
using GanSweep.Files;
using GanSweep.Tables;
using GanSweep.Training.Generators;

namespace GanSweep.Client.Samples;

/// <summary>Synthetic rows as CSV, streamed: none of them is held.</summary>
/// <param name="generator">Where they come from.</param>
/// <param name="rows">How many.</param>
/// <param name="seed">The seed of the rows.</param>
/// <param name="isSafe">Whether no column's name may be taken for a formula.</param>
internal sealed class SampleCsv(TrainedGenerator generator, long rows, long seed, bool isSafe)
{
    // Enough to know what a row takes.
    private const int RowsMeasured = 1000;

    /// <summary>Compares what the rows will take, estimated from the first of them, with the room that there is.</summary>
    /// <exception cref="WrongInputException">There is less.</exception>
    public void DemandRoom(string file)
    {
        if (rows <= RowsMeasured || OutputFile.FreeSpaceFor(file) is not { } free)
        {
            return;
        }

        using MemoryStream measured = new();
        new SampleCsv(generator, RowsMeasured, seed, isSafe).Write(measured, CancellationToken.None);
        double estimate = (double)measured.Length / RowsMeasured * rows;
        if (estimate > free)
        {
            throw new WrongInputException(
                $"{Figures.Count(rows)} rows would take about {Figures.Bytes(estimate)}, and where {file} is to be there are {Figures.Bytes(free)} free. "
                + "Ask for fewer rows, name a file on another disk, or pipe the rows to where they are needed.");
        }
    }

    /// <summary>Writes header and rows.</summary>
    public void Write(Stream stream, CancellationToken cancellationToken)
    {
        using TableWriter writer = new(stream, isSafe ? [.. generator.Transform.ColumnNames.Select(Safe)] : generator.Transform.ColumnNames);
        foreach (Table chunk in RowSampler.Draw(generator, rows, seed))
        {
            cancellationToken.ThrowIfCancellationRequested();
            writer.WriteRows(chunk);
        }
    }

    // What OWASP recommends against CSV injection.
    private static string Safe(string name)
    {
        return name[0] is '=' or '+' or '-' or '@' ? $"'{name}" : name;
    }
}
