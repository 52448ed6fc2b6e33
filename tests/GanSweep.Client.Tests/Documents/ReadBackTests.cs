using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using CsCheck;
using GanSweep.Client.Tests.Fakes;
using GanSweep.Contracts.Runs;
using GanSweep.Contracts.Silos;
using GanSweep.Contracts.Sweeps;
using GanSweep.Documents;
using GanSweep.Sweeps.Wire;

namespace GanSweep.Client.Tests.Documents;

/// <summary>What the console shows of a sweep is in the documents: read back, nothing of it is missing.</summary>
public sealed class ReadBackTests
{
    private static readonly Gen<double?> MaybeFigure = Gen.OneOf(Gen.Const((double?)null), Gen.Double[-1e9, 1e9].Select(value => (double?)value));

    private static readonly Gen<string?> MaybeText = Gen.OneOf(Gen.Const((string?)null), Gen.String[Gen.Char.AlphaNumeric, 1, 20].Select(text => (string?)(text + " „ä“ \"\n")));

    private static readonly Gen<TimeSpan?> MaybeTime = Gen.OneOf(Gen.Const((TimeSpan?)null), Gen.Long[0, TimeSpan.TicksPerDay * 40].Select(ticks => (TimeSpan?)new TimeSpan(ticks)));

    private static readonly Gen<LossHistory> Losses =
        from first in Gen.Int[1, 50]
        from epochs in Gen.Int[1, 5]
        from generator in Gen.Float.Array[epochs]
        from discriminator in Gen.Float.Array[epochs]
        select new LossHistory(first, [new LossValues("generator", [.. generator]), new LossValues("discriminator", [.. discriminator])]);

    private static readonly Gen<LeaderboardRow> Row =
        from run in Gen.Int[1, 1_000_000]
        from rank in Gen.Int[0, 9]
        from state in Gen.Enum<RunState>()
        from seconds in MaybeFigure
        from error in MaybeText
        from trainer in MaybeText
        from flags in Gen.Bool.Array[3]
        from losses in Losses
        from seed in Gen.Long[0, long.MaxValue]
        from total in Gen.Double[0, 9]
        select new LeaderboardRow
        {
            Rank = rank == 0 ? null : rank,
            Run = run,
            Key = "key",
            State = state,
            Attempts = rank,
            Epochs = run % 100,
            BestEpoch = rank == 0 ? null : rank,
            Seconds = seconds,
            Configuration = Flow(run),
            Seed = seed,
            Scores = rank == 0 ? null : Boards.Scores(total / 10, total).ToWire(),
            Error = error,
            GeneratorKept = flags[0],
            Reused = flags[1],
            FailsAlike = flags[2],
            Trainer = trainer,
            LastLosses = flags[0] ? losses : null,
            Excluded = error,
            SameAs = flags[1] ? run : null,
            Search = flags[2] ? new SearchPlace(1, 2, rank == 0 ? null : rank, "model", "startUp") : null,
            Whole = flags[2] ? Flow(run + 1) : null,
        };

    private static readonly Gen<SweepSummary> Summary =
        from state in Gen.Enum<SweepState>()
        from counts in Gen.Int[0, 1_000_000].Array[6]
        from ticks in Gen.Long[0, TimeSpan.TicksPerDay * 20_000]
        from best in MaybeFigure
        select new SweepSummary
        {
            SweepId = "losses-12345678",
            State = state,
            Counts = new SweepCounts(counts[0], counts[1], counts[2], counts[3], counts[4], counts[5]),
            SubmittedAt = DateTimeOffset.UnixEpoch.AddTicks(ticks),
            BestTotal = best,
        };

    [Fact]
    public void Leaderboards_ReadBack_AreWhole()
    {
        foreach (Leaderboard board in (Leaderboard[])[Boards.Mixed, Boards.Evident, Boards.Search, Boards.Empty("a-1")])
        {
            AssertAlike(board, ReadBack(LeaderboardDocument.Of(board)).ToBoard());
        }
    }

    [Fact]
    public void Leaderboards_OfAnyRows_AreReadBackWhole()
    {
        Gen.Select(Summary, Row.Array[0, 4], MaybeText).Sample((summary, rows, note) =>
        {
            Leaderboard board = Boards.Mixed with { Summary = summary, Rows = [.. rows], Notes = note is null ? [] : [note], Shared = rows.Length };

            AssertAlike(board, ReadBack(LeaderboardDocument.Of(board)).ToBoard());
        }, iter: 200);
    }

    [Fact]
    public void Progress_OfAnySweep_IsReadBackWhole()
    {
        Gen.Select(Summary, Row.Array[0, 3], MaybeTime, Gen.Double[0, 1], Gen.Bool).Sample((summary, rows, left, done, isSearch) =>
        {
            SweepProgress progress = new()
            {
                Summary = summary,
                EpochsPerSecond = done * 100,
                TimeLeft = left,
                Done = done,
                Running = [.. rows],
                Best = rows.FirstOrDefault(),
                Prepared = isSearch ? done : null,
                Search = isSearch ? new SearchProgress(7, HasEnded: false, Waits: true) : null,
            };

            AssertAlike(progress, ReadBack(ProgressDocument.Of(progress)).ToProgress());
        }, iter: 200);
    }

    [Fact]
    public void Runs_OfAnyLosses_AreReadBackWhole()
    {
        Gen.Select(Row, Losses, MaybeText).Sample((row, losses, story) =>
        {
            RunDetails details = new(row, losses, Boards.History) { Yardsticks = Boards.Evident.Yardsticks, Story = story is null ? [] : [story] };

            AssertAlike(details, ReadBack(RunDocument.Of("losses-12345678", details)).ToDetails());
        }, iter: 200);
    }

    [Fact]
    public void Silos_OfAnyTrainer_AreReadBackWhole()
    {
        Gen.Select(Gen.Int[1, 3], Gen.Enum<SiloState>(), MaybeTime, Gen.Int[0, 100]).Sample((roles, state, silent, epoch) =>
        {
            SiloSummary silo = new()
            {
                Address = "10.0.0.1:11111@7",
                Name = "vm/7",
                Roles = (SiloRoles)roles,
                State = state,
                Slots = epoch == 0 ? null : epoch,
                Training = [new SlotStatus("a-1", 2, 3, epoch, 100, silent ?? TimeSpan.Zero)],
                SilentFor = silent,
                Version = epoch % 2 == 0 ? "0.4.0" : null,
                Engine = epoch % 2 == 0 ? "9" : null,
                Complaints = epoch % 3 == 0 ? ["It is leaving the cluster."] : [],
                Store = epoch % 5 == 0 ? new StoreStatus(epoch, [new StoredAmount("runs", epoch, null), new StoredAmount("tables", 1, epoch)]) : null,
                Errors = epoch % 7 == 0 ? [new SiloError(DateTimeOffset.UnixEpoch.AddSeconds(epoch), "why <b>") { Silo = "10.0.0.1:11111@7", SweepId = "a-1", Run = 2, Attempt = epoch }] : [],
            };

            AssertAlike(silo, ReadBack(SiloDocumentOf(silo)).Silos[0].ToSilo());
        }, iter: 100);
    }

    [Fact]
    public void Silo_OfACoordinatorOfBefore_HasWhatThatSays()
    {
        const string Before = """{ "silos": [ { "address": "10.0.0.1:11111@7", "name": "vm/7", "roles": ["trainer"], "state": "active", "slots": 2, "training": [], "silentSeconds": 0.5 } ] }""";

        SiloSummary silo = System.Text.Json.JsonSerializer.Deserialize<ClusterDocument>(Before, JsonDocuments.Options)!.Silos[0].ToSilo();

        Assert.Equal(("vm/7", 2, null, null), (silo.Name, silo.Slots, silo.Version, silo.Store));
        Assert.Empty(silo.Complaints);
        Assert.Empty(silo.Errors);
    }

    [Fact]
    public void Provenance_ReadBack_IsWhole()
    {
        SweepProvenance provenance = Boards.Provenance("a-1", new string('a', 64)) with { Target = "x", Sequence = "{\"by\":\"t\",\"window\":5}", Holdout = 0.2, Json = "{ // so\n \"name\": \"ä\" }" };

        AssertAlike(provenance, ReadBack(ProvenanceDocument.Of(provenance)).ToProvenance());
    }

    private static ClusterDocument SiloDocumentOf(SiloSummary silo)
    {
        return ClusterDocument.Of([silo]);
    }

    private static RunConfiguration Flow(int run)
    {
        return new RunConfiguration("flow", string.Create(CultureInfo.InvariantCulture, $$"""{"model":"flow","steps":{{run}},"learningRate":0.001}"""));
    }

    private static T ReadBack<T>(T document)
    {
        return System.Text.Json.JsonSerializer.Deserialize<T>(JsonDocuments.Line(document), JsonDocuments.Options)!;
    }

    // Member by member, since lists are equal only where they are the same.
    private static void AssertAlike(object? expected, object? actual, string path = "")
    {
        if (expected is RunConfiguration configuration)
        {
            // The text of a model that sweep.json need not name says the model in documents.
            RunConfiguration read = Assert.IsType<RunConfiguration>(actual);
            Assert.Equal(configuration.Model, read.Model);
            Assert.Equal(Members(configuration), Members(read));
        }
        else if (expected is null or string or ValueType and not IEnumerable || actual is null)
        {
            if (expected is float number && !float.IsFinite(number))
            {
                Assert.True(float.IsNaN((float)actual!), path);
            }
            else
            {
                Assert.True(Equals(expected, actual), $"{path}: {expected} is {actual}");
            }
        }
        else if (expected is IEnumerable list)
        {
            object?[] members = [.. list.Cast<object?>()];
            object?[] others = [.. ((IEnumerable)actual).Cast<object?>()];
            Assert.True(members.Length == others.Length, $"{path}: {members.Length} are {others.Length}");
            for (int i = 0; i < members.Length; i++)
            {
                AssertAlike(members[i], others[i], $"{path}[{i}]");
            }
        }
        else
        {
            foreach (PropertyInfo member in expected.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(member => member.GetIndexParameters().Length == 0))
            {
                AssertAlike(member.GetValue(expected), member.GetValue(actual), $"{path}.{member.Name}");
            }
        }
    }

    private static ImmutableSortedDictionary<string, string> Members(RunConfiguration configuration)
    {
        using System.Text.Json.JsonDocument document = System.Text.Json.JsonDocument.Parse(configuration.Json);
        return document.RootElement.EnumerateObject().Where(member => member.Name != "model").ToImmutableSortedDictionary(member => member.Name, member => member.Value.GetRawText());
    }
}
