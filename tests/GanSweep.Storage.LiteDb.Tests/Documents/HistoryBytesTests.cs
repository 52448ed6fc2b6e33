using System.Collections.Immutable;
using System.Text;
using GanSweep.Contracts.Runs;
using GanSweep.Evaluation.Scoring;
using GanSweep.Storage.LiteDb.Documents;
using GanSweep.Sweeps.Stores;
using GanSweep.Sweeps.Wire;

namespace GanSweep.Storage.LiteDb.Tests.Documents;

public sealed class HistoryBytesTests
{
    private static readonly RunSummary Summary = new(new Scores { [Score.CategoryGap] = 0.1 }, 20, 30, 1.5);

    [Fact]
    public void Read_WhatOfWrote_IsTheResult()
    {
        // Words alone, then words and numbers, then nothing that could be scored.
        RunResult result = ResultOf(
            new Scores { [Score.CategoryGap] = 0.25, [Score.AssociationDistance] = 0.5, [Score.JsEstimate] = 0.1, [Score.Total] = 2 },
            new Scores { [Score.MeanGap] = double.NaN, [Score.MissingGap] = 0, [Score.JsAdversarial] = 0.3, [Score.Total] = double.PositiveInfinity },
            Scores.None);

        RunResult read = HistoryBytes.Read(HistoryBytes.Of(result), Summary)!;

        Assert.Equal(result.History.Select(point => (point.Epoch, point.Scores.ToScores())), read.History.Select(point => (point.Epoch, point.Scores.ToScores())));
        Assert.Equal(result.Losses.FirstEpoch, read.Losses.FirstEpoch);
        Assert.Equal(result.Losses.Series.Select(series => series.Name), read.Losses.Series.Select(series => series.Name));
        Assert.All(result.Losses.Series.Zip(read.Losses.Series), pair => Assert.Equal(pair.First.Values, pair.Second.Values));
        Assert.Equal((20, 30, 1.5, Summary.Scores), (read.BestEpoch, read.Epochs, read.Seconds, read.Scores.ToScores()));
    }

    [Fact]
    public void Read_ScoreThatThereIsNoMore_LeavesItOut()
    {
        byte[] bytes = HistoryBytes.Of(ResultOf(new Scores { [Score.CategoryGap] = 0.25, [Score.Total] = 2 }));
        int name = bytes.AsSpan().IndexOf("categoryGap"u8);
        "categoryXyz"u8.CopyTo(bytes.AsSpan(name));

        RunResult read = HistoryBytes.Read(bytes, Summary)!;

        Assert.Equal([new Scores { [Score.Total] = 2 }], read.History.Select(point => point.Scores.ToScores()));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Read_EarlierVersions_HasTheirScores(byte version)
    {
        using MemoryStream bytes = new();
        using (BinaryWriter writer = new(bytes, Encoding.UTF8))
        {
            writer.Write(version);
            writer.Write(1);
            if (version == 2)
            {
                writer.Write(1);
                writer.Write("critic");
            }

            for (int loss = 0; loss < (version == 1 ? 4 : 1); loss++)
            {
                writer.Write(2);
                writer.Write(0.5f + loss);
                writer.Write(0.25f);
            }

            writer.Write(2);
            WritePoint(writer, 10, 7);
            WritePoint(writer, 20, null);
        }

        RunResult read = HistoryBytes.Read(bytes.ToArray(), Summary)!;

        Assert.Equal(version == 1 ? ["discriminator", "discriminatorReal", "discriminatorFake", "generator"] : ["critic"], read.Losses.Series.Select(series => series.Name));
        Assert.Equal([0.5f, 0.25f], read.Losses.Series[0].Values);
        Scores first = new()
        {
            [Score.MeanGap] = 1,
            [Score.StdGap] = 2,
            [Score.CorrelationDistance] = 3,
            [Score.JsEstimate] = 4,
            [Score.Total] = 5,
        };
        Assert.Equal([(10, first.With(Score.JsAdversarial, 7)), (20, first)], read.History.Select(point => (point.Epoch, point.Scores.ToScores())));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public void Read_UnknownVersion_IsNull(byte version)
    {
        byte[] bytes = HistoryBytes.Of(ResultOf(Scores.None));
        bytes[0] = version;

        Assert.Null(HistoryBytes.Read(bytes, Summary));
    }

    private static void WritePoint(BinaryWriter writer, int epoch, double? adversarial)
    {
        writer.Write(epoch);
        for (int score = 1; score <= 5; score++)
        {
            writer.Write((double)score);
        }

        writer.Write(adversarial.HasValue);
        if (adversarial is { } value)
        {
            writer.Write(value);
        }
    }

    private static RunResult ResultOf(params ImmutableArray<Scores> history)
    {
        return new RunResult
        {
            Scores = Summary.Scores.ToWire(),
            BestEpoch = 20,
            Epochs = 30,
            Losses = new LossHistory(1, [new LossValues("a", [1, 2, float.NaN]), new LossValues("b", [3, 4, 5])]),
            History = [.. history.Select((scores, index) => new ScorePoint(10 * (index + 1), scores.ToWire()))],
            Seconds = 1.5,
        };
    }
}
