using System.Net;
using GanSweep.Contracts.Access;
using GanSweep.Sweeps.Access;
using GanSweep.Sweeps.Stores;
using GanSweep.Sweeps.Testing.Stores;
using GanSweep.Web.Access;
using Microsoft.Extensions.Time.Testing;

namespace GanSweep.Web.Tests.Access;

public sealed class WebAccessTests : IDisposable
{
    private static readonly Actor Test = new("test", "here");
    private readonly FakeTimeProvider _time = new();
    private readonly AccessBook _book;

    public WebAccessTests()
    {
        _book = new AccessBook(new MemorySweepStore().Access, _time);
    }

    public void Dispose()
    {
        _book.Dispose();
    }

    [Fact]
    public async Task StillLets_WhoeverWasNotAsked_UntilThereIsAKey()
    {
        WebAccess access = new(Door(), _book);
        Caller somebody = new(CallerKind.Unasked, "loopback", AccessRole.Admin);
        Assert.True(access.StillLets(somebody));

        await _book.CreateKeyAsync(new KeyRequest { Role = AccessRole.Reader }, Test);

        Assert.False(access.StillLets(somebody));
        Assert.True(access.AsksForKeys);
    }

    [Fact]
    public async Task StillLets_AKeyAndItsSessions_UntilItIsRevoked()
    {
        WebAccess access = new(Door(), _book);
        CreatedKey created = await _book.CreateKeyAsync(new KeyRequest { Role = AccessRole.Reader }, Test);
        _book.Keys.Check(created.Key, out StoredKey? key);
        (_, StoredPass session) = await _book.Passes.OpenAsync(key!);
        Caller program = new(CallerKind.Key, "ann", AccessRole.Reader, key!.Id);
        Caller browser = new(CallerKind.Session, "ann", AccessRole.Reader, key.Id, session);
        Assert.Equal((true, true), (access.StillLets(program), access.StillLets(browser)));

        await _book.RevokeKeyAsync(key.Id, Test);

        Assert.Equal((false, false), (access.StillLets(program), access.StillLets(browser)));
    }

    [Fact]
    public async Task StillLets_ASession_UntilItsTimeIsOver()
    {
        WebAccess access = new(Door(), _book);
        (_, StoredPass session) = await _book.Passes.OpenAsync(AccessRole.Admin, "ann");
        Caller browser = new(CallerKind.Session, "ann", AccessRole.Admin, KeyId: null, session);
        Assert.True(access.StillLets(browser));

        _time.Advance(PassBook.SessionLifetime);

        Assert.False(access.StillLets(browser));
    }

    [Theory]
    [InlineData(false, false, false)]
    [InlineData(true, true, true)]
    [InlineData(true, false, false)]
    public async Task IsInsecure_WhereOthersAreLetInTheClearOrUnasked_IsTold(bool insecure, bool isClear, bool expected)
    {
        await _book.CreateKeyAsync(new KeyRequest { Role = AccessRole.Admin }, Test);

        Assert.Equal(expected, new WebAccess(new WebDoorOptions { Address = IPAddress.Any, Port = 1, IsReached = true, IsClear = isClear, IsInsecure = insecure }, _book).IsInsecure);
    }

    private static WebDoorOptions Door()
    {
        return new WebDoorOptions { Address = IPAddress.Loopback, Port = 1 };
    }
}
