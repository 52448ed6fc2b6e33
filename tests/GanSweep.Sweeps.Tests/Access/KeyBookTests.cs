using GanSweep.Contracts.Access;
using GanSweep.Sweeps.Access;
using GanSweep.Sweeps.Stores;
using GanSweep.Sweeps.Testing.Stores;
using Microsoft.Extensions.Time.Testing;

namespace GanSweep.Sweeps.Tests.Access;

public sealed class KeyBookTests : IAsyncLifetime
{
    private static readonly Actor Ann = new("ann", "here");
    private readonly MemorySweepStore _store = new();
    private readonly FakeTimeProvider _time = new();
    private readonly AccessBook _book;

    public KeyBookTests()
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
    public async Task Check_AKeyThatWasMade_IsGoodAndInTheStoreByItsHashAlone()
    {
        CreatedKey created = await CreateAsync();

        Assert.Matches("^gsw_[0-9a-hjkmnp-tv-z]{8}_[0-9a-hjkmnp-tv-z]{52}$", created.Key);
        Assert.Equal(KeyVerdict.Good, _book.Keys.Check(created.Key, out StoredKey? key));
        Assert.Equal(("ann", AccessRole.Operator), (key!.Name, key.Role));
        StoredKey stored = Assert.Single(await _store.Access.ListKeysAsync());
        Assert.DoesNotContain(created.Key.Split('_')[2], $"{stored}", StringComparison.Ordinal);
        Assert.Equal(64, stored.Hash.Length);
    }

    [Fact]
    public async Task Check_ByAnotherBookOnTheStore_IsGood()
    {
        CreatedKey created = await CreateAsync();

        using AccessBook other = new(_store.Access, _time);
        await other.LoadAsync();

        Assert.Equal(KeyVerdict.Good, other.Keys.Check(created.Key, out _));
    }

    [Theory]
    [InlineData("")]
    [InlineData("gsw")]
    [InlineData("gsw__")]
    [InlineData("gsw_{id}")]
    [InlineData("gsw_{id}_")]
    [InlineData("gsw_{id}_0000000000000000000000000000000000000000000000000000")]
    [InlineData("gsw_00000000_{secret}")]
    [InlineData("{id}_{secret}")]
    [InlineData("GSW_{id}_{secret}")]
    [InlineData("gsw_{id}_{secret}0")]
    [InlineData("gsw_{id}_{secret}_")]
    public async Task Check_WhatIsNotTheKey_IsUnknown(string text)
    {
        string[] parts = (await CreateAsync()).Key.Split('_');

        KeyVerdict verdict = _book.Keys.Check(text.Replace("{id}", parts[1], StringComparison.Ordinal).Replace("{secret}", parts[2], StringComparison.Ordinal), out StoredKey? key);

        Assert.Equal((KeyVerdict.Unknown, null), (verdict, key));
    }

    [Fact]
    public async Task Check_AfterItsTime_IsExpired()
    {
        CreatedKey created = await CreateAsync(TimeSpan.FromDays(30));
        _time.Advance(TimeSpan.FromDays(30) - TimeSpan.FromTicks(1));
        Assert.Equal(KeyVerdict.Good, _book.Keys.Check(created.Key, out _));

        _time.Advance(TimeSpan.FromTicks(1));

        Assert.Equal(KeyVerdict.Expired, _book.Keys.Check(created.Key, out StoredKey? key));
        Assert.Null(key);
    }

    [Fact]
    public async Task Revoke_AKey_ActsAtOnceAndTheStoreStillAsksForOne()
    {
        CreatedKey created = await CreateAsync();
        (string secret, _) = await _book.Passes.OpenAsync(Good(created));
        Assert.NotNull(_book.Passes.FindSession(secret));

        KeySummary revoked = await _book.RevokeKeyAsync(created.Summary.Id, Ann);

        Assert.Equal(_time.GetUtcNow(), revoked.RevokedAt);
        Assert.Equal(KeyVerdict.Revoked, _book.Keys.Check(created.Key, out _));
        Assert.Null(_book.Passes.FindSession(secret));
        Assert.Empty(await _store.Access.ListPassesAsync());
        Assert.True(_book.Keys.Any);
        Assert.Equal(["revoked a key", "created a key"], (await _book.Log.ReadAsync(null, 10)).Select(entry => entry.Action));
    }

    [Fact]
    public async Task Revoke_WhatIsNoKey_SaysHowToListThem()
    {
        AccessKeyNotFoundException unknown = await Assert.ThrowsAsync<AccessKeyNotFoundException>(() => _book.RevokeKeyAsync("nosuch", Ann));

        Assert.Equal("There is no key with the id 'nosuch'. 'gansweep keys list' lists them.", unknown.Message);
    }

    [Fact]
    public async Task HasAdmin_IsOfKeysThatOpenSomething()
    {
        Assert.False(_book.Keys.HasAdmin);
        await CreateAsync();
        Assert.False(_book.Keys.HasAdmin);
        CreatedKey admin = await _book.CreateKeyAsync(new KeyRequest { Role = AccessRole.Admin, Lifetime = TimeSpan.FromHours(1) }, Ann);
        Assert.True(_book.Keys.HasAdmin);

        _time.Advance(TimeSpan.FromHours(1));

        Assert.False(_book.Keys.HasAdmin);
        Assert.Equal(admin.Summary.Id, admin.Summary.Name);
    }

    [Fact]
    public async Task NoteUse_ManyTimes_IsWrittenOnceAMinute()
    {
        CreatedKey created = await CreateAsync();
        int writes = 0;
        _store.Disk = _ =>
        {
            writes++;
            return Task.CompletedTask;
        };

        for (int second = 0; second < 90; second++)
        {
            await _book.Keys.NoteUseAsync(created.Summary.Id);
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(2, writes);
        Assert.Equal(_time.GetUtcNow() - TimeSpan.FromSeconds(30), Assert.Single(_book.Keys.List()).UsedAt);
    }

    // What was begun before a revocation must not undo it.
    [Fact]
    public async Task NoteUse_WhileTheKeyIsRevoked_LeavesItRevoked()
    {
        CreatedKey created = await CreateAsync();
        TaskCompletionSource disk = new();
        _store.Disk = _ => disk.Task;

        Task noted = _book.Keys.NoteUseAsync(created.Summary.Id);
        Task revoked = _book.RevokeKeyAsync(created.Summary.Id, Ann);
        disk.SetResult();
        await Task.WhenAll(noted, revoked);

        StoredKey stored = Assert.Single(await _store.Access.ListKeysAsync());
        Assert.NotNull(stored.RevokedAt);
        Assert.NotNull(stored.UsedAt);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(5000)]
    public async Task Create_ForATimeThatCannotBe_IsRefused(int days)
    {
        await Assert.ThrowsAsync<InvalidKeyRequestException>(() => CreateAsync(TimeSpan.FromDays(days)));

        Assert.False(_book.Keys.Any);
    }

    [Fact]
    public async Task Create_ANameThatATerminalActsOn_IsRefused()
    {
        await Assert.ThrowsAsync<InvalidKeyRequestException>(
            () => _book.CreateKeyAsync(new KeyRequest { Role = AccessRole.Reader, Name = "\u001b[2J" }, Ann));
        await Assert.ThrowsAsync<InvalidKeyRequestException>(
            () => _book.CreateKeyAsync(new KeyRequest { Role = AccessRole.Reader, Name = new string('a', 65) }, Ann));
        await Assert.ThrowsAsync<InvalidKeyRequestException>(() => _book.CreateKeyAsync(new KeyRequest { Role = (AccessRole)7 }, Ann));
    }

    private Task<CreatedKey> CreateAsync(TimeSpan? lifetime = null)
    {
        return _book.CreateKeyAsync(new KeyRequest { Role = AccessRole.Operator, Name = "ann", Lifetime = lifetime }, Ann);
    }

    private StoredKey Good(CreatedKey created)
    {
        _book.Keys.Check(created.Key, out StoredKey? key);
        return key!;
    }
}
