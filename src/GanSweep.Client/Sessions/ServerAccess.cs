using System.Collections.Immutable;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using GanSweep.Contracts.Access;
using GanSweep.Documents;

namespace GanSweep.Client.Sessions;

/// <summary>Who may come in at a coordinator that is reached by HTTP, as it says it there.</summary>
internal sealed class ServerAccess(ServerCalls calls) : IAccessGrain
{
    public async Task<CreatedKey> CreateKeyAsync(KeyRequest request)
    {
        string? expires = request.Lifetime is { } lifetime ? string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, (long)lifetime.TotalMinutes)}m") : null;
        KeyDocument made = await calls.PostAsync<KeyDocument>("keys", Body(new { role = Word(request.Role), name = request.Name, expires }));
        return new CreatedKey { Summary = made.ToSummary(), Key = made.Key ?? throw new ServerAnswerException("The coordinator made a key and did not show it.") };
    }

    public async Task<ImmutableArray<KeySummary>> ListKeysAsync()
    {
        return [.. (await calls.GetAsync<KeysDocument>("keys")).Keys.Select(key => key.ToSummary())];
    }

    public async Task<KeySummary> RevokeKeyAsync(string id)
    {
        return (await calls.DeleteAsync<KeyDocument>($"keys/{Uri.EscapeDataString(id)}")).ToSummary();
    }

    public async Task<LoginLink> CreateLinkAsync(AccessRole role)
    {
        LoginTokenDocument made = await calls.PostAsync<LoginTokenDocument>("links", Body(new { role = Word(role) }));
        return new LoginLink { Token = made.Token, ExpiresAt = made.ExpiresAt, Door = calls.Address };
    }

    public async Task<ImmutableArray<AuditEntry>> ReadAuditAsync(long? before, int count)
    {
        string start = before is { } number ? string.Create(CultureInfo.InvariantCulture, $"&before={number}") : "";
        return [.. (await calls.GetAsync<AuditDocument>(string.Create(CultureInfo.InvariantCulture, $"audit?count={count}{start}"))).Entries.Select(entry => entry.ToEntry())];
    }

    private static string Word(AccessRole role)
    {
        return JsonNamingPolicy.CamelCase.ConvertName(role.ToString());
    }

    private static JsonContent Body<T>(T body)
    {
        return JsonContent.Create(body);
    }
}
