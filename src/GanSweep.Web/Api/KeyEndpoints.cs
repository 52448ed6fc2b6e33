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
            .Says("listKeys", "Every key that was ever made, the first first; never a secret.")
            .Needs(AccessRole.Admin);
        api.MapPost("/keys", async (HttpContext context, AccessBook book, KeyBody body) =>
            new DocumentResult<KeyDocument>(KeyDocument.Of(await book.CreateKeyAsync(RequestOf(body), ActorOf(context)))))
            .Says("createKey", "Makes a key. Its secret is in this answer alone.")
            .Fails(422)
            .Needs(AccessRole.Admin);
        api.MapDelete("/keys/{id}", async (HttpContext context, AccessBook book, string id) =>
            new DocumentResult<KeyDocument>(KeyDocument.Of(await book.RevokeKeyAsync(id, ActorOf(context)))))
            .Says("revokeKey", "Makes a key open nothing from now on, and ends the sessions that it opened.")
            .Fails(404)
            .Needs(AccessRole.Admin);
        api.MapPost("/links", async (HttpContext context, AccessBook book, LinkBody body) =>
        {
            LoginLink link = await book.CreateLinkAsync(RoleOf(body.Role), ActorOf(context));
            return new DocumentResult<LoginTokenDocument>(new LoginTokenDocument(link.Token, link.ExpiresAt));
        })
            .Says("createLink", "Makes what lets a browser in once, within minutes: to be put behind # of the address /login.")
            .Fails(422)
            .Needs(AccessRole.Admin);
    }

    private static Actor ActorOf(HttpContext context)
    {
        return new Actor(context.Caller().Who, context.From());
    }

    private static KeyRequest RequestOf(KeyBody body)
    {
        AccessRole role = RoleOf(body.Role);
        TimeSpan lifetime = TimeSpan.Zero;
        return body.Expires is null || Lifetimes.TryParse(body.Expires, out lifetime)
            ? new KeyRequest { Role = role, Name = body.Name, Lifetime = body.Expires is null ? null : lifetime }
            : throw new InvalidKeyRequestException($"expires is '{body.Expires}'; it is {Lifetimes.Expected}.");
    }

    private static AccessRole RoleOf(string? text)
    {
        return Enum.TryParse(text, ignoreCase: true, out AccessRole role) && Enum.IsDefined(role) && !int.TryParse(text, out _)
            ? role
            : throw new InvalidKeyRequestException($"role is '{text}'; it is reader, operator or admin.");
    }
}
