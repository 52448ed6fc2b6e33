using System.Collections;
using Microsoft.Extensions.Configuration;

namespace GanSweep.Silo.Settings;

/// <summary>Where the options of a silo's process come from: appsettings.json, then GANSWEEP_ environment variables, then the command line; the last one wins.</summary>
internal static class SiloConfiguration
{
    private const string Prefix = "GANSWEEP_";
    private const string Insecure = "--insecure";

    /// <summary>Reads the options.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="unknownVariable">Called with each GANSWEEP_ variable that names no option: it may be meant for another program.</param>
    /// <exception cref="InvalidOperationException">There is no such option, or a value is not of its type.</exception>
    /// <exception cref="FormatException">The command line cannot be read.</exception>
    /// <exception cref="InvalidDataException">appsettings.json cannot be read.</exception>
    public static SiloOptions Read(string[] arguments, Action<string> unknownVariable)
    {
        HashSet<string> known = new(typeof(SiloOptions).GetProperties().Select(property => property.Name), StringComparer.OrdinalIgnoreCase);
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

        SiloOptions options = new();
        new ConfigurationBuilder()
            .SetBasePath(Directory.GetCurrentDirectory())
            .AddJsonFile("appsettings.json", optional: true)
            .AddInMemoryCollection(variables)
            .AddCommandLine([.. WithValues(arguments)])
            .Build()
            .Bind(options, binder => binder.ErrorOnUnknownConfiguration = true);
        return options;
    }

    // --insecure stands alone; the library would take what follows for its value.
    private static IEnumerable<string> WithValues(string[] arguments)
    {
        for (int i = 0; i < arguments.Length; i++)
        {
            bool standsAlone = arguments[i].Equals(Insecure, StringComparison.OrdinalIgnoreCase)
                && !(i + 1 < arguments.Length && bool.TryParse(arguments[i + 1], out _));
            yield return standsAlone ? $"{Insecure}=true" : arguments[i];
        }
    }
}
