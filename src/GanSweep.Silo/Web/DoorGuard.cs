using GanSweep.Silo.Settings;
using GanSweep.Sweeps.Access;
using Microsoft.Extensions.Logging;

namespace GanSweep.Silo.Web;

/// <summary>Keeps a coordinator from starting with a door that anybody could walk through.</summary>
internal static partial class DoorGuard
{
    /// <summary>Demands, of a door that others can reach, that it asks for keys, that there is one, and that nobody can read it on its way.</summary>
    /// <exception cref="SiloOptionsException">It lacks something, and nobody said that it need not have it.</exception>
    public static void Demand(SiloOptions options, AccessBook book, ILogger logger)
    {
        if (options.HttpListener is not { } listener)
        {
            return;
        }

        // Names are for those who come from elsewhere, through something in front of the loopback.
        bool isReached = !listener.IsLoopback || options.HttpNameList.Count > 0;
        bool asks = book.Keys.Any || options.OidcIssuer is not null;
        if (options.Insecure)
        {
            if (isReached && !(asks && options.Certificate is not null))
            {
                LogInsecure(logger, options.HttpUrl!, asks ? "keys are sent in the clear" : "nobody is asked for a key");
            }

            return;
        }

        List<string> lacks = [];
        if (isReached && !book.Keys.HasAdmin && options.OidcIssuer is null)
        {
            lacks.Add($"the store has no key of an admin that opens it: 'gansweep keys create --role admin --data {options.Data}' makes one.");
        }

        if (!listener.IsLoopback && options.Certificate is null)
        {
            lacks.Add("keys would be sent in the clear: name a certificate with --certificate FILE.pem.");
        }

        if (lacks.Count > 0)
        {
            string reached = listener.IsLoopback ? $"httpNames is '{options.HttpNames}'" : $"http is '{options.Http}'";
            throw new SiloOptionsException(
                [.. lacks.Select(lack => $"{reached}, so others can reach it, and {lack}"), "--insecure lets whoever reaches it do anything; without --http it is for this machine alone."]);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Others can reach {Url}, and {Lack}: --insecure says that this is meant")]
    private static partial void LogInsecure(ILogger logger, Uri url, string lack);
}
