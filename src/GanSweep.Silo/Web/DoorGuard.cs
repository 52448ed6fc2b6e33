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

        bool asks = book.Keys.Any || options.OidcIssuer is not null;
        if (options.Insecure)
        {
            if (options.IsDoorReached && !(asks && !options.IsDoorClear))
            {
                LogInsecure(logger, options.Door!, asks ? "keys are sent in the clear" : "nobody is asked for a key");
            }

            return;
        }

        List<string> lacks = [];
        // Where silos have certificates, an admin's makes keys; until then nobody comes in.
        if (options is { IsDoorReached: true, OidcIssuer: null, Certificates: null } && !book.Keys.HasAdmin)
        {
            lacks.Add($"the store has no key of an admin that opens it: 'gansweep keys create --role admin --data {options.Data}' makes one.");
        }

        if (options.IsDoorClear)
        {
            lacks.Add("keys would be sent in the clear: name a certificate with --certificate FILE.pem, or what ends TLS in front of it with --httpUrl https://NAME/.");
        }

        if (lacks.Count > 0)
        {
            string reached = !listener.IsLoopback ? $"http is '{options.Http}'"
                : options.HttpNameList.Count > 0 ? $"httpNames is '{options.HttpNames}'"
                : $"httpUrl is '{options.HttpUrl}'";
            throw new SiloOptionsException(
                [.. lacks.Select(lack => $"{reached}, so others can reach it, and {lack}"), "--insecure lets whoever reaches it do anything; without --http it is for this machine alone."]);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Others can reach {Url}, and {Lack}: --insecure says that this is meant")]
    private static partial void LogInsecure(ILogger logger, Uri url, string lack);
}
