using System.Text.Json;
using GanSweep.Tables;
using GanSweep.Training.Families;
using GanSweep.Training.Generators;
using GanSweep.Training.Tasks;
using GanSweep.Training.Testing;
using GanSweep.Vae.Families;
using GanSweep.Vae.Tests.Training;

namespace GanSweep.Vae.Tests.GeneratorFiles;

public sealed class GeneratorFileTests
{
    [Theory]
    [InlineData("fused")]
    [InlineData("torch")]
    public void Draw_FromTheFileOfATraining_GivesRowsOfTheTableAndTheFileAgain(string engine)
    {
        TrainingTask task = TinyTask.Of(
            $$"""{ "engine": "{{engine}}", "calibrate": true, "batchSize": 16, "epochs": 3, "evaluationInterval": 3, "latentDim": 5, "layers": [8, 6], "exactValues": true }""");
        using Recorder recorder = new();
        byte[] file = MixedTask.Complete(task, recorder).Generator;

        TrainedGenerator read = GeneratorFileReader.Read(file, "the file", TinyTask.Families);
        Table drawn = Assert.Single(RowSampler.Draw(read, 500, seed: 1));

        Assert.IsType<VaeFamily>(read.Family);
        Assert.Equal(task.Configuration, read.Configuration);
        Assert.Equal(file, GeneratorFileWriter.Write(read));
        Assert.Equal(task.Table.Schema, drawn.Schema);
        Assert.Equal(drawn.Take([0, 1, 2]).Column(2).ToArray(), Assert.Single(RowSampler.Draw(read, 3, seed: 1)).Column(2).ToArray());
        Assert.InRange(drawn.MissingCount(1), 1, 499);
        GeneratorLayout layout = read.Family.LayoutOf(read.Configuration, read.Transform.Features);
        Assert.Equal("""{"latentDim":5,"layers":[6,8,7],"activation":"leakyRelu","negativeSlope":0.2,"amounts":[0,1]}""", layout.Architecture.GetRawText());
        Assert.Equal("scales [2]", layout.Tensors[^1].ToString());
    }
}
