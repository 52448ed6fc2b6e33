using System.Security.Cryptography;
using System.Text;
using CsCheck;
using GanSweep.Contracts.Runs;
using GanSweep.Gan.Configurations;
using GanSweep.Sweeps.Definitions;
using GanSweep.Sweeps.Keys;
using GanSweep.Tables;

namespace GanSweep.Sweeps.Tests.Keys;

public sealed class RunKeyTests
{
    private static readonly RunSpec Sample = new(TestModels.Gan(), 7, "ab12", 3_910);

    [Fact]
    public void Compute_Spec_IsTheHashOfItsCanonicalText()
    {
        // A change of this text makes every stored result a stranger: it belongs with a new engine version.
        string canonical =
            """
            {"configuration":{"loss":"nonSaturating","latentDim":16,"generatorLayers":[64,64],"discriminatorLayers":[64,64],
            "activation":"leakyRelu","generatorLearningRate":0.001,"discriminatorLearningRate":0.002,"beta1":0.5,"beta2":0.9,
            "batchSize":64,"epochs":300,"discriminatorSteps":1,"labelSmoothing":0,"gradientPenalty":10,"dropout":0,
            "transform":"quantile","emaDecay":0.99,"evaluationInterval":10,"patience":0,"clip":false,"learningRateDecay":1,"r1Penalty":0,"engine":"fused","calibrate":false,"gumbelTemperature":0.5,"minimumCount":5,"exactValues":true},
            "seed":7,"dataset":"ab12","evaluationRows":3910,"holdout":0,"engine":"1"}
            """.ReplaceLineEndings("");

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical))), RunKey.Compute(Sample, "1"));
    }

    [Fact]
    public void Compute_AnythingElseThatMatters_IsAnotherKey()
    {
        string[] keys =
        [
            RunKey.Compute(Sample, "1"),
            RunKey.Compute(Sample, "2"),
            RunKey.Compute(Sample with { Seed = 8 }, "1"),
            RunKey.Compute(Sample with { DatasetHash = "ab13" }, "1"),
            RunKey.Compute(Sample with { EvaluationRows = 3_911 }, "1"),
            RunKey.Compute(Sample with { Holdout = 0.2 }, "1"),
            RunKey.Compute(Sample with { Until = 299 }, "1"),
            RunKey.Compute(Sample with { Until = 30 }, "1"),
            RunKey.Compute(Sample with { Target = "a" }, "1"),
            RunKey.Compute(Sample with { Target = "b" }, "1"),
            RunKey.Compute(Sample with { Sequence = "{\"by\":\"a\",\"window\":20}" }, "1"),
            RunKey.Compute(Sample with { Sequence = "{\"by\":\"a\",\"window\":21}" }, "1"),
            RunKey.Compute(Sample with { Configuration = TestModels.Gan("""{ "clip": true }""") }, "1"),
            RunKey.Compute(Sample with { Configuration = TestModels.Gan("""{ "engine": "torch" }""") }, "1"),
        ];

        Assert.Equal(keys.Length, keys.Distinct().Count());
    }

    [Fact]
    public void Compute_RunsOfASweep_HaveAKeyForEachTrainingHoweverTheSweepIsWritten()
    {
        Gen.Select(SampleSweep.Gen, Gen.Int[2, 200]).Sample((sample, rows) =>
        {
            string[] keys = KeysOf(sample.Text, rows);

            Assert.Equal(TestModels.Parse(sample.Text).TrainingCountOn(new TableSize(rows, 4)), keys.Distinct().Count());
            Assert.Equal(keys, KeysOf(sample.OtherText, rows));
        }, iter: 200);
    }

    private static string[] KeysOf(string text, int rows)
    {
        var sweep = TestModels.Parse(text);
        return [.. Enumerable.Range(1, sweep.RunCount).Select(run => RunKey.Compute(sweep.SpecOf(run, "ab12", new TableSize(rows, 4)), "1"))];
    }
}
