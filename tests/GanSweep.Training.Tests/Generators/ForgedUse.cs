using GanSweep.Tables;
using GanSweep.Tables.Formats;
using GanSweep.Training.Generators;

namespace GanSweep.Training.Tests.Generators;

/// <summary>All that is done with a file: it is read, rows are drawn, and written in every format.</summary>
internal static class ForgedUse
{
    private const int Rows = 20;

    /// <summary>Whether a file is read; false if it is refused by the one exception. One that is read must be usable to the end: anything else is thrown.</summary>
    public static async Task<bool> TryAsync(byte[] file)
    {
        TrainedGenerator generator;
        try
        {
            generator = GeneratorFileReader.Read(file, "g.zip", SampleGenerator.Families);
        }
        catch (GeneratorFileException)
        {
            return false;
        }

        await UseAsync(generator);
        return true;
    }

    /// <summary>Draws rows and writes them.</summary>
    public static async Task UseAsync(TrainedGenerator generator)
    {
        Table[] drawn = [.. RowSampler.Draw(generator, Rows, seed: 1)];
        foreach (Table rows in drawn)
        {
            // What passes one door passes the other.
            Assert.Equal(CanonicalTable.Write(rows), CanonicalTable.Write(CanonicalTable.Read(CanonicalTable.Write(rows), "t")));
        }

        foreach (bool isSafe in (bool[])[false, true])
        {
            using CsvTableWriter csv = new(Stream.Null, generator.Transform.Schema, generator.Form, seed: 1, isSafe);
            using MemoryStream stream = new();
            await using ParquetTableWriter parquet = await ParquetTableWriter.CreateAsync(
                stream, generator.Transform.Schema, generator.Form, TestContext.Current.CancellationToken, seed: 1, isSafe);
            foreach (Table rows in drawn)
            {
                csv.WriteRows(rows);
                await parquet.WriteRowsAsync(rows);
            }
        }
    }
}
