using System.Text.Json;
using GanSweep.Flow.Families;
using GanSweep.Flow.Tests.Training;
using GanSweep.Tables;
using GanSweep.Training.Generators;
using GanSweep.Training.Tasks;
using GanSweep.Training.Testing;

namespace GanSweep.Flow.Tests.GeneratorFiles;

public sealed class GeneratorFileTests
{
    [Theory]
    [InlineData("fused")]
    [InlineData("torch")]
    public void Draw_FromTheFileOfATraining_GivesRowsOfTheTableAndTheFileAgain(string engine)
    {
        TrainingTask task = TinyTask.Of(
            $$"""{ "engine": "{{engine}}", "calibrate": true, "batchSize": 16, "epochs": 3, "evaluationInterval": 3, "layers": [8, 6], "solverSteps": 10, "exactValues": true }""");
        using Recorder recorder = new();
        byte[] file = MixedTask.Complete(task, recorder).Generator;

        TrainedGenerator read = GeneratorFileReader.Read(file, "the file", TinyTask.Families);
        Table drawn = Assert.Single(RowSampler.Draw(read, 500, seed: 1));

        Assert.IsType<FlowFamily>(read.Family);
        Assert.Equal(task.Configuration, read.Configuration);
        Assert.Equal(file, GeneratorFileWriter.Write(read));
        Assert.Equal(task.Table.Schema, drawn.Schema);
        Assert.Equal(drawn.Take([0, 1, 2]).Column(2).ToArray(), Assert.Single(RowSampler.Draw(read, 3, seed: 1)).Column(2).ToArray());
        Assert.InRange(drawn.MissingCount(1), 1, 499);
        JsonElement architecture = read.Family.LayoutOf(read.Configuration, read.Transform.Features).Architecture;
        Assert.Equal("""{"timeFrequencies":4,"layers":[8,6,7],"activation":"leakyRelu","negativeSlope":0.2,"solverSteps":10,"choices":[[2,2],[4,3]]}""", architecture.GetRawText());
    }
}
