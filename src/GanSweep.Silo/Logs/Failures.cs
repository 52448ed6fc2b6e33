using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Orleans.Runtime;
using StackExchange.Redis;

namespace GanSweep.Silo.Logs;

/// <summary>Failures as the reader of a log wants them.</summary>
internal static class Failures
{
    private const int LongestLine = 240;

    /// <summary>Whether the cause is elsewhere: another silo, Redis or the network did not answer, or refused.</summary>
    public static bool IsElsewhere(Exception exception)
    {
        return exception.GetBaseException()
            is OrleansException or SocketException or ConnectionAbortedException or ConnectionResetException
            or RedisException or TimeoutException or OperationCanceledException;
    }

    /// <summary>The beginning of a text, in one line; some messages carry a stack trace, or the whole state of a connection.</summary>
    public static string InShort(string text)
    {
        int end = text.AsSpan().IndexOfAny('\r', '\n');
        string line = end < 0 ? text : text[..end];
        return line.Length <= LongestLine ? line : $"{line.AsSpan(0, LongestLine)}…";
    }
}
