using Microsoft.AspNetCore.Http;

namespace GanSweep.Web.Access;

/// <summary>Forms as they are posted.</summary>
internal static class Forms
{
    /// <summary>The form of a request; null if it has none, or one that cannot be read.</summary>
    public static async Task<IFormCollection?> ReadFormOrNullAsync(this HttpContext context)
    {
        if (!context.Request.HasFormContentType)
        {
            return null;
        }

        try
        {
            return await context.Request.ReadFormAsync(context.RequestAborted);
        }
        catch (InvalidDataException)
        {
            // Too many fields, too long ones, or no boundary between them.
            return null;
        }
        catch (BadHttpRequestException)
        {
            // Too long, too slow, or cut off.
            return null;
        }
    }
}
