using System.Diagnostics;
using GanSweep.Gan.Configurations;
using GanSweep.Gan.Engines;
using GanSweep.Numerics.Randomness;
using GanSweep.Tables.Transforms;
using Spectre.Console;

namespace GanSweep.Benchmarks.Trainer;

/// <summary>What it costs a step that a row has choices, against one of as many numbers.</summary>
internal sealed class ChoicesBenchmark : IBenchmark
{
    private const double Most = 1.3;
    private const int Rows = 2_000;
    private const int Rounds = 15;
    private const int StepsInRound = 60;

    public string Name => "choices";

    public string Description => $"steps on rows with choices against steps on as many numbers, medians of {Rounds} rounds in turns; at most {Most} times";

    public Task<bool> RunAsync(IAnsiConsole console)
    {
        Table table = new Table().AddColumns("numbers of a row", "in choices of", "layers", "batch", "ms a step", "times that of numbers", "at most");
        bool met = true;
        foreach ((int features, int outcomes, int width, int batch) in (ReadOnlySpan<(int, int, int, int)>)[(20, 2, 128, 64), (108, 12, 128, 64), (108, 54, 128, 128)])
        {
            GanConfiguration configuration = new()
            {
                GeneratorLayers = [width, width],
                DiscriminatorLayers = [width, width],
                BatchSize = batch,
                Epochs = 1,
                EvaluationInterval = 1,
                EmaDecay = 0.99,
            };
            FeatureLayout choices = new(features, [.. Enumerable.Range(0, features / outcomes).Select(choice => new FeatureChoice(choice * outcomes, outcomes))]);
            float[] rows = new float[Rows * features];
            new CounterRandom(1, RandomPurpose.Bootstrap, 0).FillNormal(rows);
            using IGanEngine ofNumbers = GanEngine.Create(configuration, 1, rows, new FeatureLayout(features));
            using IGanEngine ofChoices = GanEngine.Create(configuration, 1, OneHot(rows, choices), choices);
            double[][] seconds = [new double[Rounds], new double[Rounds]];
            for (int round = 0; round < Rounds; round++)
            {
                seconds[0][round] = SecondsOf(ofNumbers, batch, round);
                seconds[1][round] = SecondsOf(ofChoices, batch, round);
            }

            double times = Median.Of(seconds[0].Zip(seconds[1], (numbers, chosen) => chosen / numbers));
            met &= times <= Most;
            table.AddRow($"{features}", $"{outcomes}", $"{width}-{width}", $"{batch}", $"{1000 * Median.Of(seconds[1]):F2}", $"{times:F2}", $"{Most}");
        }

        console.Write(table);
        return Task.FromResult(met);
    }

    private static double SecondsOf(IGanEngine engine, int batch, int round)
    {
        int[] rows = [.. Enumerable.Range(0, Rows)];
        new CounterRandom(1, RandomPurpose.Shuffle, round).Shuffle(rows);
        long start = Stopwatch.GetTimestamp();
        for (int step = 0; step < StepsInRound; step++)
        {
            engine.DiscriminatorStep(rows.AsSpan(step * batch % (Rows - batch), batch));
            engine.GeneratorStep(rows);
        }

        return Stopwatch.GetElapsedTime(start).TotalSeconds / StepsInRound;
    }

    private static float[] OneHot(float[] rows, FeatureLayout choices)
    {
        float[] made = new float[rows.Length];
        for (int row = 0; row < Rows; row++)
        {
            foreach (FeatureChoice choice in choices.Choices)
            {
                // Of two normal numbers that have nothing to do with each other, the sum tells the outcome.
                float told = rows[(row * choices.Count) + choice.Start] + rows[row * choices.Count];
                made[(row * choices.Count) + choice.Start + (int)(MathF.Abs(told) * 1000) % choice.Count] = 1;
            }
        }

        return made;
    }
}
