using CsCheck;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Sweeps;
using GanSweep.Evaluation.Scoring;
using GanSweep.Sweeps.Books;
using GanSweep.Sweeps.Definitions;
using GanSweep.Sweeps.Stores;
using GanSweep.Sweeps.Views;
using GanSweep.Tables;

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

    private static readonly Gen<Scores> Scores = Gen.Select(
        Gen.OneOf(Gen.Int[0, 5].Select(i => i / 4.0), Gen.Double.Special),
        Gen.OneOf(Gen.Const(0.0), Gen.Const(Limit), Gen.Const(1.0), Gen.Const(double.NaN)),
        (total, gap) => new Scores { [Score.Total] = total, [Score.MeanGap] = gap });

    [Fact]
    public void Leaderboard_RunsEndInAnyOrder_IsTheFullSort()
    {
        Gen.Select(Gen.Int[1, Runs], Scores, Gen.Int[0, 4]).Array[0, 40].Sample(ends =>
        {
            SweepBook book = Book();
            Dictionary<int, Scores> completed = [];
            foreach ((int run, Scores scores, int kind) in ends)
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
            Dictionary<int, Scores> completed = [];
            HashSet<int> stored = [];
            foreach ((int run, Scores scores) in ends.DistinctBy(end => end.Item1))
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

    private static IEnumerable<int> Ranked(Dictionary<int, Scores> completed)
    {
        return completed
            .Where(run => run.Value[Score.MeanGap] <= Limit)
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
        StoredRun earlier = new(1, new string('0', 64), RunState.Completed, 1, 0, null, Reused: false, new RunSummary(new Scores(), 1, 1, 1));

        book.Restore([], [earlier], default);
        Assert.Empty(book.Leaderboard(null).Notes);
        Complete(book, 2, new Scores());

        Assert.Equal("another version, engine", book.Provenance().EngineVersion);
        Assert.StartsWith("Run 1 was trained by another version of the engine", Assert.Single(book.Leaderboard(null).Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void IsByThisEngine_OfARunThatIsTrainedAgain_IsAsItsKeySays()
    {
        SweepBook book = Book();

        Assert.False(book.IsByThisEngine(1, new string('0', 64)));
        Assert.True(book.IsByThisEngine(1, book.KeyOf(1)));
        Assert.False(book.IsByThisEngine(1, book.KeyOf(2)));
        Assert.True(book.IsByThisEngine(2, book.KeyOf(2)));
    }

    [Theory]
    [InlineData(0, "1234 56 7")]
    [InlineData(1, "1234 56 7")]
    [InlineData(3, "1234 5")]
    [InlineData(4, "1234")]
    public void HasEnded_UnderAStrategyThatWaitsAndStops_IsSoWhenNothingMoreIsToCome(int failures, string rungs)
    {
        SweepBook book = Book(Halving("1, 2, 3, 4"));
        Assert.Equal(7, book.Ledger.RunCount);
        List<string> granted = [];
        while (!book.HasEnded())
        {
            List<int> rung = [];
            while (book.Ledger.Grant("a", default, []) is { } run)
            {
                rung.Add(run.Run);
            }

            granted.Add(string.Concat(rung));
            Assert.False(book.HasEnded());
            foreach (int run in rung)
            {
                if (failures-- > 0)
                {
                    Fail(book, run);
                }
                else
                {
                    Complete(book, run, new Scores { [Score.Total] = run, [Score.MeanGap] = 0 });
                }
            }
        }

        Assert.Equal(rungs, string.Join(" ", granted));
        Assert.Equal(rungs.Count(char.IsDigit), book.Ledger.RunCount);
        Assert.Equal(1, book.Done());
        Assert.Equal(0, book.Ledger.Pending);
    }

    private static SweepDefinition Halving(string latentDims)
    {
        return TestModels.Parse($$"""
            { "name": "halving", "dataset": "x.csv", "space": { "latentDim": [{{latentDims}}] }, "halving": { "shares": [0.25, 0.5, 1], "keep": 0.5 } }
            """);
    }

    private static (bool Keep, IReadOnlyList<int> Displaced) Complete(SweepBook book, int run, Scores scores)
    {
        book.Ledger.Complete(run, new RunSummary(scores, 1, 1, 1), reused: false);
        return book.RankAndKeep(run, scores);
    }

    private static void Fail(SweepBook book, int run)
    {
        book.Ledger.Fail(run, "it threw", final: true);
        book.Unrank(run);
    }

    private static SweepBook Book(SweepDefinition? definition = null)
    {
        StoredSweep stored = new(
            "book-00000000", "{}", new string('d', 64), SweepState.Running, DateTimeOffset.UnixEpoch, null, new SweepCounts(Runs, 0, 0, 0, Runs, 0), null);
        return new SweepBook(stored, definition ?? Definition, new TableSize(100, 4), _ => "engine", TimeProvider.System);
    }
}
