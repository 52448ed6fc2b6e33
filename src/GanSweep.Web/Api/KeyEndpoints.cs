using GanSweep.Contracts.Access;
using GanSweep.Documents;
using GanSweep.Sweeps.Access;
using GanSweep.Web.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace GanSweep.Web.Api;

/// <summary>Keys, for admins.</summary>
internal static class KeyEndpoints
{
    public static void MapKeys(this RouteGroupBuilder api)
    {
        api.MapGet("/keys", (AccessBook book) => new DocumentResult<KeysDocument>(new KeysDocument([.. book.Keys.List().Select(KeyDocument.Of)])))
            .Needs(AccessRole.Admin);
        api.MapPost("/keys", async (HttpContext context, AccessBook book, KeyBody body) =>
            new DocumentResult<KeyDocument>(KeyDocument.Of(await book.CreateKeyAsync(RequestOf(body), ActorOf(context)))))
            .Needs(AccessRole.Admin);
        api.MapDelete("/keys/{id}", async (HttpContext context, AccessBook book, string id) =>
            new DocumentResult<KeyDocument>(KeyDocument.Of(await book.RevokeKeyAsync(id, ActorOf(context)))))
            .Needs(AccessRole.Admin);
    }

    private static Actor ActorOf(HttpContext context)
    {
        return new Actor(context.Caller().Who, context.From());
    }

    private static KeyRequest RequestOf(KeyBody body)
    {
        if (!Enum.TryParse(body.Role, ignoreCase: true, out AccessRole role) || !Enum.IsDefined(role) || int.TryParse(body.Role, out _))
        {
            throw new InvalidKeyRequestException($"role is '{body.Role}'; it is reader, operator or admin.");
        }

        TimeSpan lifetime = TimeSpan.Zero;
        return body.Expires is null || Lifetimes.TryParse(body.Expires, out lifetime)
            ? new KeyRequest { Role = role, Name = body.Name, Lifetime = body.Expires is null ? null : lifetime }
            : throw new InvalidKeyRequestException($"expires is '{body.Expires}'; it is {Lifetimes.Expected}.");
    }
}
