using GanSweep.Numerics.Randomness;
using GanSweep.Tables;
using GanSweep.Tables.Transforms;
using GanSweep.Training.Generators;
using GanSweep.Training.Tasks;
using GanSweep.Training.Testing;
using GanSweep.Vae.Tests.Training;

namespace GanSweep.Vae.Tests.GeneratorFiles;

/// <summary>The script that the documentation shows draws from a VAE too.</summary>
public sealed class PythonTests
{
    private const int Rows = 200;
    private const long Seed = 5;
    private const int LatentDim = 3;

    [Theory]
    [InlineData("standard", "leakyRelu")]
    [InlineData("quantile", "relu")]
    public async Task Draw_SameNoise_GivesTheRowsThatAreDrawnHere(string transform, string activation)
    {
        TrainingTask task = TinyTask.Of(
            $$"""
            { "transform": "{{transform}}", "activation": "{{activation}}", "batchSize": 45, "epochs": 300, "evaluationInterval": 300, "learningRate": 0.005, "layers": [16, 12],
              "latentDim": {{LatentDim}}, "exactValues": true }
            """);
        using Recorder recorder = new();
        byte[] file = MixedTask.Complete(task, recorder).Generator;
        TrainedGenerator generator = GeneratorFileReader.Read(file, "the file", TinyTask.Families);
        Table expected = Assert.Single(RowSampler.Draw(generator, Rows, Seed));
        FeatureLayout features = generator.Transform.Features;
        int choices = features.Choices.Sum(choice => choice.Count);
        int width = LatentDim + features.Count - choices;
        float[] noise = new float[Rows * width];
        float[] gumbels = new float[Rows * features.Count];
        CounterRandom random = new(Seed, RandomPurpose.Sampling, 0);
        random.FillNormal(noise);
        random.FillGumbel(gumbels);

        IReadOnlyCollection<(int Column, string Word)> words = await DrawScript.AssertDrawsAsync(
            file, noise.Chunk(width), gumbels.Where((_, number) => IsOfChoice(features, number % features.Count)), expected, TestContext.Current.CancellationToken);

        Assert.Equal([(1, ""), (2, "a"), (2, "b"), (2, "c")], words.Order());
        Assert.InRange(expected.MissingCount(1), 1, Rows - 1);
    }

    private static bool IsOfChoice(FeatureLayout features, int feature)
    {
        return features.Choices.Any(choice => feature >= choice.Start && feature < choice.Start + choice.Count);
    }
}
