using System.Text.Json.Serialization;
using GanSweep.Contracts.Access;

namespace GanSweep.Documents;

/// <summary>A key of the coordinator's door, as <c>keys</c> prints it.</summary>
/// <param name="Id">Its id: the part of a key that is no secret.</param>
/// <param name="Name">Whose it is.</param>
/// <param name="Role">What its holder may do.</param>
/// <param name="CreatedAt">When it was made, in UTC.</param>
/// <param name="ExpiresAt">From when on it opens nothing, in UTC; null if it does until it is revoked.</param>
/// <param name="RevokedAt">When it was revoked, in UTC; null if it was not.</param>
/// <param name="UsedAt">When it last opened something, in UTC and to a minute; null if it never did.</param>
public sealed record KeyDocument(
    string Id, string Name, AccessRole Role, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt, DateTimeOffset? RevokedAt, DateTimeOffset? UsedAt)
{
    /// <summary>The key with its secret; shown once, when it is made.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Key { get; init; }

    /// <summary>The document of a key.</summary>
    public static KeyDocument Of(KeySummary key)
    {
        return new KeyDocument(key.Id, key.Name, key.Role, key.CreatedAt, key.ExpiresAt, key.RevokedAt, key.UsedAt);
    }

    /// <summary>The document of a key that was just made.</summary>
    public static KeyDocument Of(CreatedKey created)
    {
        return Of(created.Summary) with { Key = created.Key };
    }

    /// <summary>The key that it tells of.</summary>
    public KeySummary ToSummary()
    {
        return new KeySummary { Id = Id, Name = Name, Role = Role, CreatedAt = CreatedAt, ExpiresAt = ExpiresAt, RevokedAt = RevokedAt, UsedAt = UsedAt };
    }
}
