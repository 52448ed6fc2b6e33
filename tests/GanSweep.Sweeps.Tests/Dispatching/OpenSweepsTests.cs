using GanSweep.Contracts.Runs;
using GanSweep.Sweeps.Dispatching;

namespace GanSweep.Sweeps.Tests.Dispatching;

public sealed class OpenSweepsTests
{
    private readonly OpenSweeps _sweeps = new();

    public OpenSweepsTests()
    {
        _sweeps.Announce("a");
        _sweeps.Announce("b");
    }

    [Fact]
    public void Fewest_SlotsAskedFor_CountAsLeasedUntilTheAnswer()
    {
        int asked = _sweeps.Ask("a", 3);
        Assert.Equal("b", _sweeps.Fewest(["a", "b"]));

        _sweeps.Ask("b", 2);
        Assert.Equal("b", _sweeps.Fewest(["a", "b"]));

        _sweeps.Answer("a", 3, asked, new Grants([], Running: 1, Open: true));
        Assert.Equal("a", _sweeps.Fewest(["a", "b"]));
    }

    [Fact]
    public void Answer_NoMoreWork_ClosesTheSweepUntilItIsAnnounced()
    {
        int asked = _sweeps.Ask("a", 1);
        _sweeps.Answer("a", 1, asked, new Grants([], Running: 0, Open: false));

        Assert.Equal(["b"], _sweeps.Ids);
        Assert.Equal("b", _sweeps.Fewest(["a", "b"]));
        Assert.Null(_sweeps.Fewest(["a"]));

        _sweeps.Announce("a");
        Assert.Equal(["a", "b"], _sweeps.Ids);
    }

    [Fact]
    public void Answer_NoMoreWorkButAnnouncedSince_StaysOpen()
    {
        int asked = _sweeps.Ask("a", 1);
        _sweeps.Announce("a");
        _sweeps.Answer("a", 1, asked, new Grants([], Running: 0, Open: false));

        Assert.Equal(["a", "b"], _sweeps.Ids);
    }

    [Fact]
    public void Answer_None_LeavesTheSweepAsItWas()
    {
        int asked = _sweeps.Ask("a", 3);
        _sweeps.Answer("a", 3, asked, new Grants([], Running: 2, Open: true));
        asked = _sweeps.Ask("a", 5);
        _sweeps.Answer("a", 5, asked, grants: null);
        _sweeps.Ask("b", 3);

        Assert.Equal("a", _sweeps.Fewest(["a", "b"]));
    }
}
