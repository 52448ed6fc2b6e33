using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace GanSweep.Web.Access;

/// <summary>
/// What a form of this door's pages carries, so that a form of another page cannot be posted in its place. It follows from the session's secret,
/// which no page can read; where nobody is asked, from one of the process.
/// </summary>
internal sealed class FormToken
{
    /// <summary>The name of the form's field.</summary>
    public const string Field = "token";

    private readonly byte[] _process = RandomNumberGenerator.GetBytes(32);

    /// <summary>The token of the forms on the page that answers a request.</summary>
    public string Of(HttpContext context)
    {
        byte[] key = SessionCookie.Read(context) is { } secret ? Encoding.UTF8.GetBytes(secret) : _process;
        return Convert.ToHexStringLower(HMACSHA256.HashData(key, "a form of GanSweep"u8));
    }

    /// <summary>Whether a request posts a form with it.</summary>
    public async Task<bool> IsInAsync(HttpContext context)
    {
        return await context.ReadFormOrNullAsync() is { } form
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(form[Field].ToString()), Encoding.UTF8.GetBytes(Of(context)));
    }
}
