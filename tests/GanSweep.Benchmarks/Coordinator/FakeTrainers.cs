using System.Collections.Immutable;
using GanSweep.Contracts.Reports;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Sweeps;
using GanSweep.Evaluation.Scoring;
using GanSweep.Gan.Configurations;
using GanSweep.Sweeps.Wire;

namespace GanSweep.Benchmarks.Coordinator;

/// <summary>
/// 16 trainers of 16 slots that train nothing and say everything that real ones say: they lease, ask for a checkpoint, report ten epochs one
/// by one, and complete each run with its result and a generator.
/// </summary>
internal sealed class FakeTrainers(IGrainFactory grains, string sweepId)
{
    private const int Trainers = 16;
    private const int Slots = 16;
    private const int Epochs = 10;

    private static readonly byte[] Generator = RandomBytes(8 << 10);

    private readonly Lock _lock = new();
    private int _left;

    /// <summary>Trains so many runs.</summary>
    /// <returns>How many completions were acknowledged.</returns>
    public async Task<int> TrainAsync(int runs)
    {
        _left = runs;
        int[] completed = await Task.WhenAll(Enumerable.Range(1, Trainers).Select(trainer => Task.Run(() => TrainAsync($"127.0.0.1:{trainer}@{int.MaxValue}"))));
        return completed.Sum();
    }

    private async Task<int> TrainAsync(string trainer)
    {
        IDispatcherGrain dispatcher = grains.GetGrain<IDispatcherGrain>(0);
        ISweepGrain sweep = grains.GetGrain<ISweepGrain>(sweepId);
        int completed = 0;
        while (Take() is > 0 and int slots)
        {
            ImmutableArray<Lease> leases = await dispatcher.LeaseAsync(new LeaseRequest(trainer, slots, sweepId, Slots, []));
            GiveBack(slots - leases.Length);
            await Task.WhenAll(leases.Select(lease => sweep.ReadCheckpointAsync(lease.Run, lease.Attempt)));

            for (int epoch = 1; epoch <= Epochs; epoch++)
            {
                await sweep.ReportAsync(trainer, [.. leases.Select(lease => Progress(lease, epoch))]);
            }

            ImmutableArray<ReportAnswer> answers = await sweep.ReportAsync(trainer, [.. leases.Select(Completion)]);
            completed += answers.Count(answer => answer == ReportAnswer.Accepted);
        }

        return completed;
    }

    private int Take()
    {
        lock (_lock)
        {
            int slots = Math.Min(Slots, _left);
            _left -= slots;
            return slots;
        }
    }

    private void GiveBack(int slots)
    {
        lock (_lock)
        {
            _left += slots;
        }
    }

    private static ProgressReport Progress(Lease lease, int epoch)
    {
        Random random = new(HashCode.Combine(lease.Run, epoch));
        return new ProgressReport(lease.Run, lease.Attempt, epoch, Losses(random, epoch, 1), null);
    }

    private static CompletedReport Completion(Lease lease)
    {
        Random random = new(lease.Run);
        RunResult result = new()
        {
            Scores = AllScores(random).ToWire(),
            BestEpoch = Epochs,
            Epochs = Epochs,
            Losses = Losses(random, 1, Epochs),
            History = [new ScorePoint(Epochs / 2, DefaultScores(random).ToWire()), new ScorePoint(Epochs, DefaultScores(random).ToWire())],
            Seconds = random.NextDouble(),
        };
        return new CompletedReport(lease.Run, lease.Attempt, result, Generator);
    }

    private static LossHistory Losses(Random random, int first, int count)
    {
        return new LossHistory(first, [.. GanKeys.Model.Losses.Select(series => new LossValues(series.Name, Some()))]);

        ImmutableArray<float> Some()
        {
            return [.. Enumerable.Range(0, count).Select(_ => 0.5f + random.NextSingle())];
        }
    }

    private static Scores DefaultScores(Random random)
    {
        return new Scores
        {
            [Score.MeanGap] = random.NextDouble(),
            [Score.StdGap] = random.NextDouble(),
            [Score.CorrelationDistance] = random.NextDouble(),
            [Score.JsEstimate] = random.NextDouble(),
            [Score.Total] = random.NextDouble(),
        };
    }

    // All that a real result has.
    private static Scores AllScores(Random random)
    {
        return Scores.Of(Score.All.Where(score => !score.NeedsHoldout).Concat([Score.JsAdversarial, Score.Total]).Select(score => (score, (double?)random.NextDouble())));
    }

    private static byte[] RandomBytes(int length)
    {
        byte[] bytes = new byte[length];
        new Random(1).NextBytes(bytes);
        return bytes;
    }
}
