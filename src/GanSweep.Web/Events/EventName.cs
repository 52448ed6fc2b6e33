using System.Security.Cryptography;
using System.Text;

namespace GanSweep.Web.Events;

/// <summary>Names of texts: the first digits of their hash.</summary>
internal static class EventName
{
    private const int Digits = 16;

    /// <summary>The name of a text.</summary>
    public static string Of(string text)
    {
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..Digits];
    }
}
