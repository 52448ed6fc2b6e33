using System.Text;
using GanSweep.Fuzzing;

namespace GanSweep.Web.Tests.Api;

/// <summary>A request, of which one part is changed at random: its path and query, a header, its body, or all of its bytes as they are sent.</summary>
internal sealed class FuzzedRequest(string method, string path, string type = "", string body = "", string header = "X-None: 1")
{
    /// <summary>The bytes of a seed.</summary>
    /// <param name="seed">It says which part is changed, and how.</param>
    /// <param name="words">What means something in a request.</param>
    public byte[] Changed(int seed, byte[][] words)
    {
        byte[] Change(string part)
        {
            return part.Length == 0 ? [] : new Mutator([Encoding.UTF8.GetBytes(part)], words).Of(seed);
        }

        return new Random(seed).Next(4) switch
        {
            0 => Sent($"/{Escaped(Change(path[1..]))}", header, Encoding.UTF8.GetBytes(body)),
            1 => Sent(path, Encoding.Latin1.GetString(Change(header)).ReplaceLineEndings(" "), Encoding.UTF8.GetBytes(body)),
            2 => Sent(path, header, Change(body)),
            _ => Change(Encoding.Latin1.GetString(Sent(path, header, Encoding.UTF8.GetBytes(body)))),
        };
    }

    // What would end the line is escaped, and what parts a path is not.
    private static string Escaped(byte[] path)
    {
        StringBuilder text = new();
        foreach (byte one in path)
        {
            text.Append(one is > 32 and < 127 ? $"{(char)one}" : $"%{one:X2}");
        }

        return text.ToString();
    }

    private byte[] Sent(string path, string header, byte[] body)
    {
        string head = $"{method} {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{header}\r\n"
            + (type.Length > 0 ? $"Content-Type: {type}\r\n" : "")
            + (method == "GET" ? "" : $"Content-Length: {body.Length}\r\n")
            + "\r\n";
        return [.. Encoding.Latin1.GetBytes(head), .. method == "GET" ? [] : body];
    }
}
