using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace GanSweep.Web.Problems;

/// <summary>
/// Refuses bodies that say of themselves that they are too long, after listening for a while: a client that is still sending when the
/// connection closes learns of a broken pipe and not why.
/// </summary>
internal static class LongBodies
{
    private const long MostHeard = 32L << 20;

    private static readonly TimeSpan LongestHearing = TimeSpan.FromSeconds(5);

    /// <summary>Goes on with what is short enough for the endpoint that was found.</summary>
    public static async Task RefuseAsync(HttpContext context, RequestDelegate next)
    {
        IHttpMaxRequestBodySizeFeature? limit = context.Features.Get<IHttpMaxRequestBodySizeFeature>();
        if (limit is { IsReadOnly: false, MaxRequestBodySize: { } most } && context.Request.ContentLength > most)
        {
            limit.MaxRequestBodySize = null;
            await HearAsync(context);
            await ProblemWriter.RefuseAsync(context, StatusCodes.Status413PayloadTooLarge);
            return;
        }

        await next(context);
    }

    private static async Task HearAsync(HttpContext context)
    {
        using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        end.CancelAfter(LongestHearing);
        byte[] buffer = new byte[64 << 10];
        try
        {
            long heard = 0;
            while (heard < MostHeard && await context.Request.Body.ReadAsync(buffer, end.Token) is > 0 and int read)
            {
                heard += read;
            }
        }
        catch (OperationCanceledException) when (!context.RequestAborted.IsCancellationRequested)
        {
            // Heard for long enough.
        }
        catch (IOException)
        {
            // Too slow, cut off, or hung up.
        }
    }
}
