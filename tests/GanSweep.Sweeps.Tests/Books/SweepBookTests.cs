using CsCheck;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Scores;
using GanSweep.Contracts.Sweeps;
using GanSweep.Sweeps.Books;
using GanSweep.Sweeps.Definitions;
using GanSweep.Sweeps.Stores;
using GanSweep.Sweeps.Views;

namespace GanSweep.Sweeps.Tests.Books;

public sealed class SweepBookTests
{
    private const int Runs = 12;
    private const int KeepBest = 3;
    private const double Limit = 0.5;

    private static readonly SweepDefinition Definition = TestModels.Parse($$"""
        {
          "name": "book", "dataset": "x.csv", "replicates": {{Runs}}, "keepBest": {{KeepBest}},
          "ranking": { "limits": { "meanGap": { "max": {{Limit}} } } }
        }
        """);

    private static readonly Gen<GanScores> Scores = Gen.Select(
        Gen.OneOf(Gen.Int[0, 5].Select(i => i / 4.0), Gen.Double.Special),
        Gen.OneOf(Gen.Const(0.0), Gen.Const(Limit), Gen.Const(1.0), Gen.Const(double.NaN)),
        (total, gap) => new GanScores { Total = total, MeanGap = gap });

    [Fact]
    public void Leaderboard_RunsEndInAnyOrder_IsTheFullSort()
    {
        Gen.Select(Gen.Int[1, Runs], Scores, Gen.Int[0, 4]).Array[0, 40].Sample(ends =>
        {
            SweepBook book = Book();
            Dictionary<int, GanScores> completed = [];
            foreach ((int run, GanScores scores, int kind) in ends)
            {
                if (kind == 0 && book.Ledger.Find(run) is not null)
                {
                    Fail(book, run);
                    completed.Remove(run);
                }
                else
                {
                    Complete(book, run, scores);
                    completed[run] = scores;
                }
            }

            int[] ranked = [.. Ranked(completed)];
            int[] excluded = [.. completed.Keys.Except(ranked).Order()];
            Assert.Equal(
                [.. ranked.Select((run, index) => (run, (int?)(index + 1))), .. excluded.Select(run => (run, (int?)null))],
                book.Leaderboard(null).Rows.Where(row => row.State == RunState.Completed).Select(row => (row.Run, row.Rank)));
            Assert.Equal([.. ranked.Take(2), .. excluded.Take(2)], book.Leaderboard(2).Rows.Select(row => row.Run));
        });
    }

    [Fact]
    public void RankAndKeep_RunsCompleteInAnyOrder_KeepsTheBestAndNamesWhatItDrops()
    {
        Gen.Select(Gen.Int[1, Runs], Scores).Array[0, 40].Sample(ends =>
        {
            SweepBook book = Book();
            Dictionary<int, GanScores> completed = [];
            HashSet<int> stored = [];
            foreach ((int run, GanScores scores) in ends.DistinctBy(end => end.Item1))
            {
                (bool keep, IReadOnlyList<int> displaced) = Complete(book, run, scores);
                completed.Add(run, scores);
                Assert.All(displaced, other => Assert.True(stored.Remove(other)));
                if (keep)
                {
                    stored.Add(run);
                }

                Assert.Equal(Ranked(completed).Take(KeepBest).Order(), stored.Order());
                Assert.Equal(stored.Order(), book.Kept.Order());
            }
        });
    }

    private static IEnumerable<int> Ranked(Dictionary<int, GanScores> completed)
    {
        return completed
            .Where(run => run.Value.MeanGap <= Limit)
            .OrderBy(run => double.IsNaN(run.Value.Total))
            .ThenBy(run => run.Value.Total)
            .ThenBy(run => run.Key)
            .Select(run => run.Key);
    }

    [Fact]
    public void Provenance_OfRunsByThisEngineAndAnEarlierOne_NamesBoth()
    {
        SweepBook book = Book();
        Assert.Equal("engine", book.Provenance().EngineVersion);
        StoredRun earlier = new(1, new string('0', 64), RunState.Completed, 1, 0, null, Reused: false, new RunSummary(new GanScores(), 1, 1, 1));

        book.Restore([earlier], default);
        Complete(book, 2, new GanScores());

        Assert.Equal("another version, engine", book.Provenance().EngineVersion);
    }

    private static (bool Keep, IReadOnlyList<int> Displaced) Complete(SweepBook book, int run, GanScores scores)
    {
        book.Ledger.Complete(run, new RunSummary(scores, 1, 1, 1), reused: false);
        return book.RankAndKeep(run, scores);
    }

    private static void Fail(SweepBook book, int run)
    {
        book.Ledger.Fail(run, "it threw", final: true);
        book.Unrank(run);
    }

    private static SweepBook Book()
    {
        StoredSweep stored = new(
            "book-00000000", "{}", new string('d', 64), SweepState.Running, DateTimeOffset.UnixEpoch, null, new SweepCounts(Runs, 0, 0, 0, Runs, 0), null);
        return new SweepBook(stored, Definition, evaluationRows: 100, _ => "engine", TimeProvider.System);
    }
}
