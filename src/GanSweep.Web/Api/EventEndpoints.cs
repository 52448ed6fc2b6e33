using System.Net.ServerSentEvents;
using GanSweep.Contracts.Access;
using GanSweep.Documents;
using GanSweep.Web.Access;
using GanSweep.Web.Events;
using GanSweep.Web.Sweeps;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GanSweep.Web.Api;

/// <summary>What happens, as it happens: server-sent events.</summary>
internal static class EventEndpoints
{
    private const string LastEventId = "Last-Event-ID";

    private const string ContentType = "text/event-stream";

    private static readonly byte[] Comment = ": alive\n\n"u8.ToArray();

    /// <summary>Maps them.</summary>
    public static void MapEvents(this RouteGroupBuilder api)
    {
        api.MapGet("/events", WatchAll)
            .Says("watchSweeps", "All sweeps as events: 'sweeps' has the list, 'sweep' one that is new or has changed. With the header Last-Event-ID, from there on.")
            .Sends(ContentType, "The events, until the reader leaves.").Tells<ListDocument>(EventKinds.Sweeps).Tells<SummaryDocument>(EventKinds.Sweep)
            .Needs(AccessRole.Reader);
        api.MapGet("/sweeps/{sweep}/events", WatchAsync)
            .Says("watchSweep", "A sweep as events: 'progress' has how it stands, whole, whenever that has changed; 'losses' the epochs of a run as they are trained. With the header Last-Event-ID, from there on: nothing is lost or told twice, also where the coordinator was restarted meanwhile.")
            .Sends(ContentType, "The events, until the reader leaves.").Tells<ProgressDocument>(EventKinds.Progress).Tells<LossesEvent>(EventKinds.Losses).Fails(404)
            .Needs(AccessRole.Reader);
    }

    private static ServerSentEventsResult<string> WatchAll(HttpContext context, SweepEvents events, IHostApplicationLifetime lifetime)
    {
        return Answer(context, lifetime, (beat, end) => events.OfAllAsync(context.Request.Headers[LastEventId], beat, end));
    }

    private static async Task<ServerSentEventsResult<string>> WatchAsync(
        HttpContext context, SweepDirectory sweeps, SweepEvents events, IHostApplicationLifetime lifetime, string sweep, CancellationToken cancellationToken)
    {
        FoundSweep found = await sweeps.FindAsync(sweep, cancellationToken);
        return Answer(context, lifetime, (beat, end) => events.OfAsync(found, context.Request.Headers[LastEventId], beat, end));
    }

    // Whoever watches must not keep a coordinator from stopping.
    private static ServerSentEventsResult<string> Answer(HttpContext context, IHostApplicationLifetime lifetime, Func<Func<Task>, CancellationToken, IAsyncEnumerable<SseItem<string>>> events)
    {
        CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        context.Response.RegisterForDispose(end);
        context.Response.Headers["X-Accel-Buffering"] = "no";
        return TypedResults.ServerSentEvents(events(() => BeatAsync(context, end), end.Token));
    }

    // Between two events, while nobody else writes: a comment, which readers pass over.
    private static async Task BeatAsync(HttpContext context, CancellationTokenSource end)
    {
        // A key that is revoked meanwhile hears no more.
        if (!context.RequestServices.GetRequiredService<WebAccess>().StillLets(context.Caller()))
        {
            await end.CancelAsync();
            return;
        }

        await context.Response.Body.WriteAsync(Comment, end.Token);
        await context.Response.Body.FlushAsync(end.Token);
    }
}
