using System.Collections.Immutable;
using GanSweep.Contracts.Sweeps;
using GanSweep.Services.Sweeps;

namespace GanSweep.Services.Tests.Sweeps;

public sealed class SweepFinderTests
{
    private const string Folder = "here";

    [Theory]
    [InlineData("losses-1f2e3d4c")]
    [InlineData("losses-1")]
    [InlineData("l")]
    public void Find_IdOrUniqueBeginning_FindsTheSweep(string text)
    {
        Assert.Equal("losses-1f2e3d4c", SweepFinder.Find(Sweeps("losses-1f2e3d4c", "returns-aaaaaaaa"), text, Folder).SweepId);
    }

    [Fact]
    public void Find_IdThatBeginsAnother_FindsTheExactOne()
    {
        Assert.Equal("a-1", SweepFinder.Find(Sweeps("a-11", "a-1"), "a-1", Folder).SweepId);
    }

    [Fact]
    public void Find_NothingNamed_FindsTheOnlySweep()
    {
        Assert.Equal("a-1", SweepFinder.Find(Sweeps("a-1"), null, Folder).SweepId);
    }

    [Fact]
    public void Find_NothingNamedOfSeveral_ListsThem()
    {
        Assert.Equal("There are 2 sweeps here; name one: a-1, b-2.", Complaint(Sweeps("a-1", "b-2"), null));
    }

    [Fact]
    public void Find_AmbiguousBeginning_ListsThoseMeant()
    {
        Assert.Equal("'a' begins 2 sweeps; name one in full: a-1, a-2.", Complaint(Sweeps("a-1", "b-1", "a-2"), "a"));
    }

    [Fact]
    public void Find_Unknown_NamesTheNearestFirst()
    {
        Assert.Equal(
            "There is no sweep 'lossse-1f'. Nearest: losses-1f2e3d4c, returns-aaaaaaaa. All of them: gansweep list",
            Complaint(Sweeps("returns-aaaaaaaa", "losses-1f2e3d4c"), "lossse-1f"));
    }

    [Fact]
    public void Find_NoSweepsInAFolder_NamesItAndSaysHowToStart()
    {
        Assert.Equal("There are no sweeps in here. Name another folder with --data DIR, or start with: gansweep run sweep.json", Complaint([], "x"));
    }

    [Fact]
    public void Find_NoSweepsInACluster_SaysHowToStart()
    {
        Assert.Equal(
            "There are no sweeps here yet. Submit one with: gansweep submit sweep.json",
            Assert.Throws<SweepNotFoundException>(() => SweepFinder.Find([], null, folder: null)).Message);
    }

    private static string Complaint(ImmutableArray<SweepSummary> sweeps, string? text)
    {
        return Assert.Throws<SweepNotFoundException>(() => SweepFinder.Find(sweeps, text, Folder)).Message;
    }

    private static ImmutableArray<SweepSummary> Sweeps(params string[] ids)
    {
        return
        [
            .. ids.Select(id => new SweepSummary
            {
                SweepId = id,
                State = SweepState.Running,
                Counts = new SweepCounts(1, 0, 0, 0, 1, 0),
                SubmittedAt = DateTimeOffset.UnixEpoch,
            }),
        ];
    }
}
