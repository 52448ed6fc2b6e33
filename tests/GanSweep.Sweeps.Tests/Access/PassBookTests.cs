using GanSweep.Contracts.Access;
using GanSweep.Sweeps.Access;
using GanSweep.Sweeps.Stores;
using GanSweep.Sweeps.Testing.Stores;
using Microsoft.Extensions.Time.Testing;

namespace GanSweep.Sweeps.Tests.Access;

public sealed class PassBookTests : IAsyncLifetime
{
    private static readonly Actor Console = new("console", "here");
    private readonly MemorySweepStore _store = new();
    private readonly FakeTimeProvider _time = new();
    private readonly AccessBook _book;

    public PassBookTests()
    {
        _book = new AccessBook(_store.Access, _time);
    }

    public async ValueTask InitializeAsync()
    {
        await _book.LoadAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _book.Dispose();
        await _store.DisposeAsync();
    }

    [Fact]
    public async Task UseLink_Once_OpensASessionOfItsRoleAndNeverAgain()
    {
        LoginLink link = await _book.CreateLinkAsync(AccessRole.Operator, Console);

        (string Secret, StoredPass Session)? opened = await _book.Passes.UseLinkAsync(link.Token);

        Assert.Equal((AccessRole.Operator, "a link of console"), (opened!.Value.Session.Role, opened.Value.Session.Who));
        Assert.Equal(opened.Value.Session, _book.Passes.FindSession(opened.Value.Secret));
        Assert.Null(await _book.Passes.UseLinkAsync(link.Token));
        Assert.Null(_book.Passes.FindSession(link.Token));
    }

    [Fact]
    public async Task UseLink_ByManyAtOnce_LetsOneIn()
    {
        LoginLink link = await _book.CreateLinkAsync(AccessRole.Admin, Console);

        (string, StoredPass)?[] opened = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => _book.Passes.UseLinkAsync(link.Token))));

        Assert.Single(opened, session => session is not null);
    }

    [Fact]
    public async Task UseLink_AfterTenMinutes_OpensNothing()
    {
        LoginLink link = await _book.CreateLinkAsync(AccessRole.Admin, Console);

        _time.Advance(TimeSpan.FromMinutes(10));

        Assert.Null(await _book.Passes.UseLinkAsync(link.Token));
    }

    [Fact]
    public async Task FindSession_ByAnotherBookOnTheStore_FindsItUntilItsTimeIsOver()
    {
        (string secret, StoredPass session) = (await _book.Passes.UseLinkAsync((await _book.CreateLinkAsync(AccessRole.Admin, Console)).Token))!.Value;
        using AccessBook other = new(_store.Access, _time);
        await other.LoadAsync();
        Assert.Equal(session, other.Passes.FindSession(secret));

        _time.Advance(TimeSpan.FromHours(12));

        Assert.Null(other.Passes.FindSession(secret));
    }

    [Fact]
    public async Task FindSession_OfAKeyThatExpiresFirst_EndsWithTheKey()
    {
        CreatedKey created = await _book.CreateKeyAsync(new KeyRequest { Role = AccessRole.Reader, Lifetime = TimeSpan.FromHours(1) }, Console);
        _book.Keys.Check(created.Key, out StoredKey? key);
        (string secret, StoredPass session) = await _book.Passes.OpenAsync(key!);
        Assert.Equal(created.Summary.ExpiresAt, session.ExpiresAt);

        _time.Advance(TimeSpan.FromHours(1));

        Assert.Null(_book.Passes.FindSession(secret));
    }

    [Fact]
    public async Task End_ASession_EndsItInTheStoreToo()
    {
        (string secret, StoredPass session) = (await _book.Passes.UseLinkAsync((await _book.CreateLinkAsync(AccessRole.Admin, Console)).Token))!.Value;

        await _book.Passes.EndAsync(session);

        Assert.Null(_book.Passes.FindSession(secret));
        Assert.Empty(await _store.Access.ListPassesAsync());
    }

    [Fact]
    public async Task CreateLink_AgainAndAgain_KeepsAThousandAndDropsWhatIsOver()
    {
        LoginLink first = await _book.CreateLinkAsync(AccessRole.Admin, Console);
        _time.Advance(TimeSpan.FromSeconds(1));
        for (int i = 0; i < 1000; i++)
        {
            await _book.CreateLinkAsync(AccessRole.Reader, Console);
        }

        Assert.Equal(1000, (await _store.Access.ListPassesAsync()).Count);
        Assert.Null(await _book.Passes.UseLinkAsync(first.Token));
        _time.Advance(TimeSpan.FromHours(1));
        await _book.CreateLinkAsync(AccessRole.Reader, Console);
        Assert.Single(await _store.Access.ListPassesAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("0000000000000000000000000000000000000000000000000000")]
    public async Task Find_WhatWasNotMade_FindsNothing(string secret)
    {
        await _book.CreateLinkAsync(AccessRole.Admin, Console);

        Assert.Null(_book.Passes.FindSession(secret));
        Assert.Null(await _book.Passes.UseLinkAsync(secret));
    }
}
