using GanSweep.Flow.Tests.Training;
using GanSweep.Numerics.Randomness;
using GanSweep.Tables;
using GanSweep.Training.Generators;
using GanSweep.Training.Tasks;
using GanSweep.Training.Testing;

namespace GanSweep.Flow.Tests.GeneratorFiles;

/// <summary>The script that the documentation shows draws from a flow too.</summary>
public sealed class PythonTests
{
    private const int Rows = 200;
    private const long Seed = 5;

    [Theory]
    [InlineData("standard", "leakyRelu", 10)]
    [InlineData("quantile", "relu", 17)]
    public async Task Draw_SameNoise_GivesTheRowsThatAreDrawnHere(string transform, string activation, int steps)
    {
        TrainingTask task = TinyTask.Of(
            $$"""
            { "transform": "{{transform}}", "activation": "{{activation}}", "batchSize": 45, "epochs": 1000, "evaluationInterval": 1000, "learningRate": 0.005, "layers": [16, 12], "solverSteps": {{steps}},
              "exactValues": true }
            """);
        using Recorder recorder = new();
        byte[] file = MixedTask.Complete(task, recorder).Generator;
        TrainedGenerator generator = GeneratorFileReader.Read(file, "the file", TinyTask.Families);
        Table expected = Assert.Single(RowSampler.Draw(generator, Rows, Seed));
        float[] noise = new float[Rows * generator.Transform.Features.Count];
        new CounterRandom(Seed, RandomPurpose.Sampling, 0).FillNormal(noise);

        IReadOnlyCollection<(int Column, string Word)> words = await DrawScript.AssertDrawsAsync(
            file, noise.Chunk(generator.Transform.Features.Count), gumbels: [], expected, TestContext.Current.CancellationToken);

        Assert.Equal([(1, ""), (2, "a"), (2, "b"), (2, "c")], words.Order());
        Assert.InRange(expected.MissingCount(1), 1, Rows - 1);
    }
}
