using System.CommandLine.Parsing;
using System.Globalization;

namespace GanSweep.Client.Sessions;

/// <summary>HOST:PORT of a silo's gateway.</summary>
internal sealed record ClusterAddress(string Host, int Port)
{
    public override string ToString()
    {
        return Host.Contains(':', StringComparison.Ordinal) ? $"[{Host}]:{Port}" : $"{Host}:{Port}";
    }

    /// <summary>Reads an address from the command line: localhost:30000, 10.0.0.7:30000, [::1]:30000.</summary>
    public static ClusterAddress? Parse(ArgumentResult argument)
    {
        string text = argument.Tokens[0].Value;
        int colon = text.LastIndexOf(':');
        if (colon > 0 && int.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int port)
            && port is > 0 and <= 65_535 && Uri.CheckHostName(text[..colon].Trim('[', ']')) != UriHostNameType.Unknown)
        {
            return new ClusterAddress(text[..colon].Trim('[', ']'), port);
        }

        argument.AddError($"'{text}' is not the address of a silo's gateway; HOST:PORT is expected, such as localhost:30000.");
        return null;
    }
}
