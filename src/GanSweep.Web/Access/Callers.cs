using GanSweep.Contracts.Access;
using GanSweep.Sweeps.Access;
using GanSweep.Sweeps.Stores;
using GanSweep.Web.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace GanSweep.Web.Access;

/// <summary>Finds out who asks.</summary>
internal sealed partial class Callers(WebDoorOptions options, WebAccess access, AccessBook book, GuessLimiter guesses, ILogger<Callers> logger)
{
    private const string Bearer = "Bearer ";

    /// <summary>Who asks; or null, and the answer has been given.</summary>
    public async Task<Caller?> FindAsync(HttpContext context)
    {
        string authorization = context.Request.Headers.Authorization.ToString();
        if (authorization.Length > 0)
        {
            StoredKey? key = authorization.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
                ? await CheckAsync(context, authorization[Bearer.Length..].Trim())
                : null;
            return key is null ? await AskAsync(context) : new Caller(CallerKind.Key, $"{key.Name} ({key.Id})", key.Role, key.Id);
        }

        if (SessionCookie.Read(context) is { } secret && book.Passes.FindSession(secret) is { } session)
        {
            await NoteUseAsync(session.KeyId);
            return new Caller(CallerKind.Session, session.Who, session.Role, session.KeyId, session);
        }

        return IsUnasked(context) ? new Caller(CallerKind.Unasked, options.IsReached ? "anybody" : "loopback", AccessRole.Admin) : await AskAsync(context);
    }

    /// <summary>The key that somebody shows if it opens; or null, and it is noted. Whoever has been wrong too often is told to wait, by the answer.</summary>
    public async Task<StoredKey?> CheckAsync(HttpContext context, string text)
    {
        if (await MustWaitAsync(context))
        {
            return null;
        }

        KeyVerdict verdict = book.Keys.Check(text, out StoredKey? key);
        if (key is null)
        {
            await NoteGuessAsync(context, $"a key that is {verdict.ToString().ToLowerInvariant()}");
            return null;
        }

        await NoteUseAsync(key.Id);
        return key;
    }

    /// <summary>Whether somebody was wrong too often; then the answer has been given.</summary>
    public async Task<bool> MustWaitAsync(HttpContext context)
    {
        if (guesses.WaitOf(context.Address()) is not { } wait)
        {
            return false;
        }

        context.Response.Headers.RetryAfter = $"{Math.Ceiling(wait.TotalSeconds):0}";
        await ProblemWriter.RefuseAsync(
            context, StatusCodes.Status429TooManyRequests, $"Too many wrong keys came from {context.From()}. Try again in {Math.Ceiling(wait.TotalSeconds):0} seconds.");
        return true;
    }

    /// <summary>Notes that somebody was wrong.</summary>
    public async Task NoteGuessAsync(HttpContext context, string what)
    {
        guesses.Note(context.Address());
        await NoteRefusalAsync(context, "nobody known", what);
    }

    /// <summary>Notes that somebody was not let.</summary>
    public async Task NoteRefusalAsync(HttpContext context, string who, string why)
    {
        try
        {
            // The path is what a stranger says: it is shortened, and what a terminal acts on is not in it, since it is escaped.
            string path = context.Request.Path.ToUriComponent();
            await book.Log.AppendRefusalAsync(new Actor(who, context.From()), $"{context.Request.Method} {path[..Math.Min(path.Length, 200)]}: {why}");
        }
        catch (StoreException failure)
        {
            LogNotWritten(failure);
        }
    }

    private bool IsUnasked(HttpContext context)
    {
        return !access.AsksForKeys && (options.IsInsecure || System.Net.IPAddress.IsLoopback(context.Address()));
    }

    private static async Task<Caller?> AskAsync(HttpContext context)
    {
        if (context.Response.HasStarted || context.Response.StatusCode == StatusCodes.Status429TooManyRequests)
        {
            return null;
        }

        if (ProblemWriter.IsForPeople(context.Request) && context.Request.OnlyLooks())
        {
            context.Response.Redirect($"/login?then={Uri.EscapeDataString(context.Request.Path + context.Request.QueryString)}");
            return null;
        }

        context.Response.Headers.WWWAuthenticate = "Bearer";
        await ProblemWriter.RefuseAsync(
            context,
            StatusCodes.Status401Unauthorized,
            "This coordinator asks for a key, and there is none in this request that opens it. Programs send 'Authorization: Bearer gsw_...'; "
                + "'gansweep keys create' makes one, and 'gansweep web' a link for a browser.");
        return null;
    }

    private async Task NoteUseAsync(string? keyId)
    {
        if (keyId is null)
        {
            return;
        }

        try
        {
            await book.Keys.NoteUseAsync(keyId);
        }
        catch (StoreException failure)
        {
            // A disk that takes nothing keeps nobody from looking.
            LogNotWritten(failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "What the log of who did what, or the list of keys, should say could not be written")]
    private partial void LogNotWritten(Exception failure);
}
