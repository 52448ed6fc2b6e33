using System.Globalization;
using GanSweep.Simulation.Plays;
using GanSweep.Simulation.World;

namespace GanSweep.Simulation;

/// <summary>
/// Whatever dies, when: nothing acknowledged is lost, nothing is counted twice, every run ends, and the leaderboard is the same to the
/// byte. A failure names its seed; <c>GANSWEEP_SEED=n</c> plays that one again and tells all that happens.
/// </summary>
public sealed class SimulationTests
{
    private const int FewPlays = 1_000;
    private const int ManyPlays = 12_000;

    [Fact]
    public void Sweeps_WhateverGoesWrong_EndAsTheyMust()
    {
        PlayAll(FewPlays);
    }

    [Fact(Explicit = true)]
    [Trait("Suite", "Long")]
    public void Sweeps_WhateverGoesWrongFarMoreOften_EndAsTheyMust()
    {
        PlayAll(ManyPlays);
    }

    [Fact]
    public void Sweeps_NothingGoesWrong_NoRunIsGrantedTwice()
    {
        for (int seed = 1; seed <= 100; seed++)
        {
            Play play = new(seed, Trouble.None);
            Assert.Equal("", play.Run());
            Assert.False(play.Witness.Counts.ContainsKey("overdue"));
            Assert.False(play.Witness.Counts.ContainsKey("rejected"));
        }
    }

    [Fact]
    public void Play_Twice_IsTheSame()
    {
        for (int seed = 1; seed <= 20; seed++)
        {
            Play first = new(seed);
            Play second = new(seed);
            first.Run();
            second.Run();

            Assert.Equal(first.Witness.Counts.OrderBy(entry => entry.Key), second.Witness.Counts.OrderBy(entry => entry.Key));
            Assert.Equal(first.Took, second.Took);
        }
    }

    private static void PlayAll(int plays)
    {
        if (Environment.GetEnvironmentVariable("GANSWEEP_SEED") is { } chosen)
        {
            int seed = int.Parse(chosen, CultureInfo.InvariantCulture);
            Assert.Equal("", new Play(seed, tell: said => TestContext.Current.TestOutputHelper?.WriteLine(said)).Run());
            return;
        }

        Dictionary<string, int> seen = [];
        Lock merging = new();
        Parallel.For(1, plays + 1, (seed, state) =>
        {
            Play play = new(seed);
            string violations = play.Run();
            lock (merging)
            {
                foreach ((string what, int count) in play.Witness.Counts)
                {
                    seen[what] = seen.GetValueOrDefault(what) + count;
                }
            }

            if (violations.Length > 0)
            {
                state.Stop();
                Assert.Fail(string.Create(CultureInfo.InvariantCulture, $"Seed {seed} (GANSWEEP_SEED={seed} plays it again):\n{violations}"));
            }
        });

        // A simulator in which something never happens shows nothing of it.
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', seen.OrderBy(entry => entry.Key).Select(entry => $"{entry.Key}: {entry.Value}")));
        string[] must =
        [
            "submitted", "granted", "completed", "failed", "rejected", "overdue", "reused", "generators missing", "write failed", "paused",
            "cancelled", "resumed", "kills", "freezes", "restarts", "shared", "went on",
        ];
        Assert.All(must, what => Assert.True(seen.GetValueOrDefault(what) >= plays / 50, $"\"{what}\" happened {seen.GetValueOrDefault(what)} times in {plays} plays"));
    }
}
