using CsCheck;
using GanSweep.Training.Testing;

namespace GanSweep.Flow.Tests.Training;

public sealed class ResumeTests
{
    private static readonly Gen<string> Configurations =
        from activation in Gen.OneOf("relu", "leakyRelu")
        from transform in Gen.OneOf("none", "standard", "quantile")
        from layers in Gen.Int[1, 9].Array[1, 3]
        from batchSize in Gen.Int[5, 50]
        from epochs in Gen.Int[1, 4]
        from emaDecay in Gen.OneOf("0", "0.9", "0.99")
        from evaluationInterval in Gen.Int[1, 3]
        from patience in Gen.Int[0, 2]
        from decay in Gen.OneOf("0", "0.5", "1")
        from engine in Gen.OneOf("fused", "torch")
        select $$"""
            { "activation": "{{activation}}", "transform": "{{transform}}", "layers": [{{string.Join(',', layers)}}], "batchSize": {{batchSize}}, "epochs": {{epochs}},
              "emaDecay": {{emaDecay}}, "evaluationInterval": {{evaluationInterval}}, "patience": {{patience}}, "learningRateDecay": {{decay}}, "engine": "{{engine}}",
              "solverSteps": 10, "exactValues": true }
            """;

    [Fact]
    public void Train_FromTheCheckpointOfAnyStep_EndsInTheSameBits()
    {
        Configurations.Sample(config => MixedTask.AssertResumes(TinyTask.Of(config)), iter: 25, threads: 1);
    }
}
