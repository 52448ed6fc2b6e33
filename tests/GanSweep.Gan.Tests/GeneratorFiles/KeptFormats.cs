using GanSweep.Training.Generators;

namespace GanSweep.Gan.Tests.GeneratorFiles;

/// <summary>Generators as older versions wrote them, kept to be read for ever.</summary>
internal static class KeptFormats
{
    /// <summary>Format 2: of codes 1, 5 and 9 and a price near the code, under standard; before there were levels.</summary>
    public static string Format2 { get; } = Path.Combine(AppContext.BaseDirectory, "GeneratorFiles", "format-2.zip");

    /// <summary>Format 3: of a loss, counts, a flag and a constant, under a calibrated quantile; before there were kinds of columns.</summary>
    public static string Format3 { get; } = Path.Combine(AppContext.BaseDirectory, "GeneratorFiles", "format-3.zip");

    /// <summary>The generator of <see cref="Format3"/>.</summary>
    public static TrainedGenerator ReadFormat3()
    {
        return GeneratorFileReader.Read(File.ReadAllBytes(Format3), Format3, SampleGenerator.Families);
    }

    /// <summary>The generator of <see cref="Format2"/>.</summary>
    public static TrainedGenerator ReadFormat2()
    {
        return GeneratorFileReader.Read(File.ReadAllBytes(Format2), Format2, SampleGenerator.Families);
    }
}
