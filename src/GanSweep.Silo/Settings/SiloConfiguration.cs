using System.Collections;
using Microsoft.Extensions.Configuration;

namespace GanSweep.Silo.Settings;

/// <summary>Where the options of a silo's process come from: appsettings.json, then GANSWEEP_ environment variables, then the command line; the last one wins.</summary>
internal static class SiloConfiguration
{
    private const string Prefix = "GANSWEEP_";

    // They stand alone; the library would take what follows for their value.
    private static readonly string[] Flags = ["--insecure", "--dashboard"];

    // An option of earlier versions: the dashboard asked nobody, and had a port of its own on the loopback.
    private const string FormerDashboardPort = "DashboardPort";

    /// <summary>Reads the options.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="unknownVariable">Called with each GANSWEEP_ variable that names no option: it may be meant for another program.</param>
    /// <exception cref="InvalidOperationException">There is no such option, or no longer, or a value is not of its type.</exception>
    /// <exception cref="FormatException">The command line cannot be read.</exception>
    /// <exception cref="InvalidDataException">appsettings.json cannot be read.</exception>
    public static SiloOptions Read(string[] arguments, Action<string> unknownVariable)
    {
        HashSet<string> known = new(typeof(SiloOptions).GetProperties().Select(property => property.Name), StringComparer.OrdinalIgnoreCase) { FormerDashboardPort };
        Dictionary<string, string?> variables = [];
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
        {
            string name = (string)variable.Key;
            if (name.StartsWith(Prefix, StringComparison.Ordinal))
            {
                if (known.Contains(name[Prefix.Length..]))
                {
                    // An empty variable counts as not set: compose files pass on unset ones as empty.
                    if ((string?)variable.Value is { Length: > 0 } value)
                    {
                        variables[name[Prefix.Length..]] = value;
                    }
                }
                else
                {
                    unknownVariable(name);
                }
            }
        }

        IConfigurationRoot configuration = new ConfigurationBuilder()
            .SetBasePath(Directory.GetCurrentDirectory())
            .AddJsonFile("appsettings.json", optional: true)
            .AddInMemoryCollection(variables)
            .AddCommandLine([.. WithValues(arguments)])
            .Build();
        if (configuration[FormerDashboardPort] is not null)
        {
            throw new InvalidOperationException(
                "dashboardPort is no longer an option: the dashboard has no port of its own and is for admins. Say --dashboard instead; it is at /orleans/ of the coordinator's pages (--http).");
        }

        SiloOptions options = new();
        configuration.Bind(options, binder => binder.ErrorOnUnknownConfiguration = true);
        return options;
    }

    private static IEnumerable<string> WithValues(string[] arguments)
    {
        for (int i = 0; i < arguments.Length; i++)
        {
            bool standsAlone = Flags.Contains(arguments[i], StringComparer.OrdinalIgnoreCase)
                && !(i + 1 < arguments.Length && bool.TryParse(arguments[i + 1], out _));
            yield return standsAlone ? $"{arguments[i]}=true" : arguments[i];
        }
    }
}
