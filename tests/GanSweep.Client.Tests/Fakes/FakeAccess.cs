using System.Collections.Immutable;
using GanSweep.Contracts.Access;

namespace GanSweep.Client.Tests.Fakes;

/// <summary>Answers with what the test says, and notes what was asked for.</summary>
internal sealed class FakeAccess : IAccessGrain
{
    public List<string> Asked { get; } = [];

    public List<KeySummary> Keys { get; } = [];

    public List<AuditEntry> Entries { get; } = [];

    public Uri? Door { get; set; } = new("https://sweeps.example/");

    public Task<CreatedKey> CreateKeyAsync(KeyRequest request)
    {
        Asked.Add($"create {request}");
        KeySummary key = new() { Id = "k1", Name = request.Name ?? "k1", Role = request.Role, CreatedAt = DateTimeOffset.UnixEpoch, ExpiresAt = DateTimeOffset.UnixEpoch + request.Lifetime };
        return Task.FromResult(new CreatedKey { Summary = key, Key = "gsw_k1_secret" });
    }

    public Task<ImmutableArray<KeySummary>> ListKeysAsync() => Task.FromResult<ImmutableArray<KeySummary>>([.. Keys]);

    public Task<KeySummary> RevokeKeyAsync(string id)
    {
        Asked.Add($"revoke {id}");
        return Keys.Find(key => key.Id == id) is { } found
            ? Task.FromResult(found)
            : Task.FromException<KeySummary>(new AccessKeyNotFoundException($"There is no key with the id '{id}'."));
    }

    public Task<LoginLink> CreateLinkAsync(AccessRole role)
    {
        Asked.Add($"link {role}");
        return Task.FromResult(new LoginLink { Token = "token", ExpiresAt = DateTimeOffset.UnixEpoch.AddMinutes(10), Door = Door });
    }

    public Task<ImmutableArray<AuditEntry>> ReadAuditAsync(long? before, int count)
    {
        Asked.Add($"audit {before} {count}");
        return Task.FromResult<ImmutableArray<AuditEntry>>([.. Entries]);
    }
}
